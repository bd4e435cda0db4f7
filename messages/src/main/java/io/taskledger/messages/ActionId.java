package io.taskledger.messages;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one action of a person: every event that it caused carries it. Text: {@code action-} and a ULID. */
public record ActionId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("action");

    public ActionId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static ActionId next() {
        return new ActionId(KIND.nextText());
    }

    /**
     * Of an action whose sender names it again when it asks once more: the same for the same source. Nothing says when it
     * was named first, so it sorts before all others.
     */
    public static ActionId derived(String source) {
        return new ActionId(KIND.derivedText(0, source));
    }

    /** Empty where the text is no action's id. */
    public static Optional<ActionId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new ActionId(text)) : Optional.empty();
    }

    @JsonCreator
    static ActionId stored(String text) {
        return new ActionId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
