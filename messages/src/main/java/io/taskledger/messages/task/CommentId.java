package io.taskledger.messages.task;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a comment, and with it the task whose stream it is in. Text: {@code comment-}, the task's ULID, a dash and a ULID. */
public record CommentId(@JsonValue String text) {

    private static final PartKind KIND = new PartKind("comment");

    public CommentId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it for the same task. */
    public static CommentId next(TaskId taskId) {
        return new CommentId(KIND.nextText(taskId));
    }

    /** Empty where the text is no comment's id. */
    public static Optional<CommentId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new CommentId(text)) : Optional.empty();
    }

    public TaskId taskId() {
        return KIND.taskId(text);
    }

    @JsonCreator
    static CommentId stored(String text) {
        return new CommentId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
