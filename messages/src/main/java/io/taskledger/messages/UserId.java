package io.taskledger.messages;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an account. Text: {@code user-} and a ULID. */
public record UserId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("user");

    public UserId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static UserId next() {
        return new UserId(KIND.nextText());
    }

    /** Empty where the text is no account's id. */
    public static Optional<UserId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new UserId(text)) : Optional.empty();
    }

    @JsonCreator
    static UserId stored(String text) {
        return new UserId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
