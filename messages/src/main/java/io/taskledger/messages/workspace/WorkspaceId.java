package io.taskledger.messages.workspace;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.IdKind;
import io.taskledger.messages.UserId;

/**
 * Names a workspace, and its stream in the ledger. Text: {@code ws-} and a ULID. Everybody's personal workspace has the
 * ULID of their account, so that whose it is can be told from the id alone.
 */
public record WorkspaceId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("ws");

    public WorkspaceId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static WorkspaceId next() {
        return new WorkspaceId(KIND.nextText());
    }

    /**
     * The id of a workspace that an import reads from elsewhere: the same source gives the same id.
     *
     * @param millis when the source says that it was made, in milliseconds since 1970 (48 bits are kept)
     */
    public static WorkspaceId derived(long millis, String source) {
        return new WorkspaceId(KIND.derivedText(millis, source));
    }

    /** The workspace that is this person's alone. */
    public static WorkspaceId personalOf(UserId owner) {
        return new WorkspaceId(KIND.sharing(owner.text()));
    }

    /** Empty where the text is no workspace's id. */
    public static Optional<WorkspaceId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new WorkspaceId(text)) : Optional.empty();
    }

    public boolean isPersonalOf(UserId person) {
        return equals(personalOf(person));
    }

    @JsonCreator
    static WorkspaceId stored(String text) {
        return new WorkspaceId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
