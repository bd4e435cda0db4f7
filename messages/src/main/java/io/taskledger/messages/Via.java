package io.taskledger.messages;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Through what a person or the system acted. */
public enum Via {
    BROWSER,
    REST,
    COMMAND_LINE,
    IMPORT,
    SYSTEM;

    /** As stored in an event: {@code command_line}. */
    @JsonValue
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a text that names none */
    @JsonCreator
    public static Via ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
