package io.taskledger.messages.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How much a task matters. */
public enum Priority {
    LOW(1),
    MEDIUM(2),
    HIGH(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** Higher matters more. Kept in rows, hence a contract. */
    public int rank() {
        return rank;
    }

    /** @throws IllegalArgumentException for a rank that no priority has */
    public static Priority ranked(int rank) {
        return Arrays.stream(values())
                .filter(one -> one.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no priority has the rank " + rank));
    }

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
