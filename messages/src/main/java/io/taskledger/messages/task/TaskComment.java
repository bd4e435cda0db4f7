package io.taskledger.messages.task;

import java.time.Instant;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is now.
 *
 * @param authorName what an imported file calls who wrote it, else the account's; null where that is not known any more
 * @param content Markdown
 * @param updatedAt null until it was edited
 */
public record TaskComment(
        CommentId commentId,
        UserId author,
        @Nullable String authorName,
        String content,
        Instant createdAt,
        @Nullable Instant updatedAt) {

    public TaskId taskId() {
        return commentId.taskId();
    }
}
