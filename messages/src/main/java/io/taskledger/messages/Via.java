package io.taskledger.messages;

import java.util.Locale;

/** Through what a person or the system acted. */
public enum Via {
    BROWSER,
    REST,
    COMMAND_LINE,
    IMPORT,
    SYSTEM;

    /** As stored in an event's metadata: {@code command_line}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
