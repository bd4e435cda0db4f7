package io.taskledger.messages.notification;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a notification tells. Stored by its name in lower case. */
public enum NotificationKind {
    /** A task is shared with one. */
    SHARED,
    /** Somebody commented on one's own task. */
    COMMENTED,
    /** A comment names one. */
    MENTIONED,
    /** A task is one's to do. */
    ASSIGNED,
    /** Somebody else did one's own task. */
    COMPLETED,
    /** It is the time of which one wanted to be reminded. */
    REMINDED,
    /** One is asked to join a workspace. */
    INVITED;

    @JsonValue
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a text that names none */
    public static NotificationKind ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
