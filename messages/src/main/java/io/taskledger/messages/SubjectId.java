package io.taskledger.messages;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names whom personal data belongs to. Text: an account's id, or a workspace's ({@code ws-} and a ULID). */
public record SubjectId(@JsonValue String text) {

    private static final IdKind ACCOUNT = new IdKind("user");
    private static final IdKind WORKSPACE = new IdKind("ws");

    public SubjectId {
        if (!names(text)) {
            throw new IllegalArgumentException("neither an account's id nor a workspace's");
        }
    }

    /** The account itself. */
    public static SubjectId of(UserId account) {
        return new SubjectId(account.text());
    }

    /** Empty where the text names neither an account nor a workspace. */
    public static Optional<SubjectId> parse(String text) {
        return names(text) ? Optional.of(new SubjectId(text)) : Optional.empty();
    }

    @JsonCreator
    static SubjectId stored(String text) {
        return new SubjectId(text);
    }

    private static boolean names(String text) {
        return ACCOUNT.matches(text) || WORKSPACE.matches(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
