package io.taskledger.messages.history;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.IdKind;

/** Names one replay of the whole ledger. Text: {@code replay-} and a ULID. */
public record ReplayId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("replay");

    public ReplayId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static ReplayId next() {
        return new ReplayId(KIND.nextText());
    }

    /** Empty where the text is no replay's id. */
    public static Optional<ReplayId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new ReplayId(text)) : Optional.empty();
    }

    @JsonCreator
    static ReplayId stored(String text) {
        return new ReplayId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
