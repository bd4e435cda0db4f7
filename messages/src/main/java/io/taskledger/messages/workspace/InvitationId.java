package io.taskledger.messages.workspace;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.IdKind;

/** Names an invitation to a workspace. Text: {@code invitation-} and a ULID. */
public record InvitationId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("invitation");

    public InvitationId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static InvitationId next() {
        return new InvitationId(KIND.nextText());
    }

    /** Empty where the text is no invitation's id. */
    public static Optional<InvitationId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new InvitationId(text)) : Optional.empty();
    }

    @JsonCreator
    static InvitationId stored(String text) {
        return new InvitationId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
