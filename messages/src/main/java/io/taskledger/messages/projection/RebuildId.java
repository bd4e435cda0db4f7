package io.taskledger.messages.projection;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.IdKind;

/** Names one rebuild or check of a projection. Text: {@code rebuild-} and a ULID. */
public record RebuildId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("rebuild");

    public RebuildId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static RebuildId next() {
        return new RebuildId(KIND.nextText());
    }

    /** Empty where the text is no rebuild's id. */
    public static Optional<RebuildId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new RebuildId(text)) : Optional.empty();
    }

    @JsonCreator
    static RebuildId stored(String text) {
        return new RebuildId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
