package io.taskledger.messages.workspace;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a member may do, each including what those before may. */
public enum WorkspaceRole {
    /** Sees the tasks, comments on them. */
    VIEWER,
    /** Changes tasks and lists. */
    EDITOR,
    /** Deletes and shares tasks, invites and removes members. */
    ADMIN;

    public boolean includes(WorkspaceRole other) {
        return compareTo(other) >= 0;
    }

    /** As stored in an event: {@code editor}. */
    @JsonValue
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a text that names none */
    @JsonCreator
    public static WorkspaceRole ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
