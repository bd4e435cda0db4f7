package io.taskledger.messages.projection;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a version that was rebuilt beside the live one and compared with it. */
public enum Afterwards {
    /** Made live if nothing differs without an explanation; else kept until somebody decides. */
    SWAP,
    /** Kept until somebody decides. */
    HOLD,
    /** Dropped: the rebuild was a check only. */
    DROP;

    /** Lower case, as stored. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a text that names none */
    @JsonCreator
    public static Afterwards ofText(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
