package io.taskledger.messages.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody whom a task is shared with may do, each including what those before may. */
public enum Permission {
    /** Sees the task and comments on it. */
    VIEW,
    /** Changes it as well. */
    EDIT;

    /** Lower case, as stored and as spoken over REST. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where the text is not exactly one of the names. */
    public static Optional<Permission> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    @JsonCreator
    static Permission stored(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a permission: " + text));
    }
}
