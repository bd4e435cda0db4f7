package io.taskledger.rest.task;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the contract spells it.
 *
 * @param updatedAt null until it was edited
 */
@Schema(name = "Comment")
@JsonPropertyOrder({"id", "task_id", "user_id", "content", "created_at", "updated_at", "username"})
record CommentAnswer(
        String id,
        @JsonProperty("task_id") String taskId,
        @JsonProperty("user_id") String userId,
        String content,
        @JsonProperty("created_at") @WireInstant Instant createdAt,
        @Nullable @JsonProperty("updated_at") @WireInstant Instant updatedAt,
        @Nullable String username) {

    static CommentAnswer of(TaskComment comment) {
        return new CommentAnswer(
                comment.commentId().text(),
                comment.taskId().text(),
                comment.author().text(),
                comment.content(),
                comment.createdAt(),
                comment.updatedAt(),
                comment.authorName());
    }
}
