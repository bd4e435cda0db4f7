package io.taskledger.messages.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How much a task matters; the order of declaration is the order of importance. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH;

    /** Lower case, as stored and as spoken over REST. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where the text is not exactly one of the names. */
    public static Optional<Priority> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    @JsonCreator
    static Priority stored(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a priority: " + text));
    }
}
