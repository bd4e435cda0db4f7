package io.taskledger.automation.mail;

import java.util.Locale;

/** What a mail is for. Stored by its name in lower case. */
public enum LetterKind {
    TASK_SHARED,
    TASK_COMPLETED,
    COMMENT,
    /** Several things, gathered for some minutes. */
    NEWS,
    VERIFY_EMAIL,
    RESET_PASSWORD;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LetterKind ofStored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Asked for by the person themselves, who waits for it: whatever they want to be told otherwise, and when. */
    boolean isAskedFor() {
        return this == VERIFY_EMAIL || this == RESET_PASSWORD;
    }
}
