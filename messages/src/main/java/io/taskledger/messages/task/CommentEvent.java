package io.taskledger.messages.task;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taskledger.messages.Changed;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/** What happened to a task's comments. What they say belongs to their author. */
public sealed interface CommentEvent extends TaskEvent, HoldsPersonalData {

    CommentId commentId();

    UserId author();

    @Override
    default SubjectId subject() {
        return SubjectId.of(author());
    }

    /** @param mentioned who was called by name, in the order of the text, each once */
    @StoredAs("task.commented")
    record CommentAdded(
            TaskId taskId,
            CommentId commentId,
            UserId author,
            @Personal String content,
            List<UserId> mentioned) implements CommentEvent {}

    /** @param mentioned who is called by name now and was not before */
    @StoredAs("task.comment-edited")
    record CommentEdited(
            TaskId taskId,
            CommentId commentId,
            UserId author,
            @Personal Changed<String> content,
            List<UserId> mentioned)
            implements CommentEvent {}

    /** @param content what it said at last */
    @StoredAs("task.comment-deleted")
    record CommentDeleted(
            TaskId taskId,
            CommentId commentId,
            UserId author,
            @Personal String content) implements CommentEvent {}

    /**
     * A deleted one is there again.
     *
     * @param content as it said at last
     * @param commentedAt when it was first said
     * @param editedAt null where it never was
     */
    @StoredAs("task.comment-restored")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommentRestored(
            TaskId taskId,
            CommentId commentId,
            UserId author,
            @Personal String content,
            Instant commentedAt,
            @Nullable Instant editedAt)
            implements CommentEvent {}
}
