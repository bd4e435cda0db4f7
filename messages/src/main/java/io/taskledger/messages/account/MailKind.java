package io.taskledger.messages.account;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a mail can be about that somebody may not want. Stored by its name in lower case. */
public enum MailKind {
    TASK_SHARED_WITH_ME(true),
    TASK_COMPLETED(false),
    COMMENT_ON_MY_TASK(true),
    TASK_DUE_SOON(true),
    MENTIONED(true),
    ASSIGNED(true);

    private final boolean wantedAtFirst;

    MailKind(boolean wantedAtFirst) {
        this.wantedAtFirst = wantedAtFirst;
    }

    /** Whether it is sent to somebody who never said anything about it. */
    public boolean wantedAtFirst() {
        return wantedAtFirst;
    }

    @JsonValue
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a text that names none */
    @JsonCreator
    public static MailKind ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
