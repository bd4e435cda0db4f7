package io.taskledger.messages;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a signed-in session of an account. Text: {@code session-} and a ULID. */
public record SessionId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("session");

    public SessionId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static SessionId next() {
        return new SessionId(KIND.nextText());
    }

    /** Empty where the text is no session's id. */
    public static Optional<SessionId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    @JsonCreator
    static SessionId stored(String text) {
        return new SessionId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
