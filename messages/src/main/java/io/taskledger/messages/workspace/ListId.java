package io.taskledger.messages.workspace;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.IdKind;

/**
 * Names a list of a workspace. Text: {@code list-} and a ULID. The first list of a workspace has the workspace's ULID: it
 * is there from the start and stays, so that a task always has somewhere to stand.
 */
public record ListId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("list");

    public ListId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static ListId next() {
        return new ListId(KIND.nextText());
    }

    /**
     * The id of a list that an import reads from elsewhere: the same source gives the same id.
     *
     * @param millis when the source says that it was made, in milliseconds since 1970 (48 bits are kept)
     */
    public static ListId derived(long millis, String source) {
        return new ListId(KIND.derivedText(millis, source));
    }

    /** The list that a workspace begins with. */
    public static ListId firstOf(WorkspaceId workspace) {
        return new ListId(KIND.sharing(workspace.text()));
    }

    /** Where the list stands as long as nobody has moved it. */
    public Place firstPlace() {
        return Place.ofAge(text);
    }

    /** Empty where the text is no list's id. */
    public static Optional<ListId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new ListId(text)) : Optional.empty();
    }

    @JsonCreator
    static ListId stored(String text) {
        return new ListId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
