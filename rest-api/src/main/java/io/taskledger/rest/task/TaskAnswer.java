package io.taskledger.rest.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.Page;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the contract spells it, and after its fields the ones that it does not know.
 *
 * @param comments oldest first
 * @param assignee a username
 */
@JsonPropertyOrder({
    "id",
    "title",
    "description",
    "completed",
    "priority",
    "created_at",
    "due_date",
    "tags",
    "user_id",
    "comments",
    "share_count",
    "updated_at",
    "version",
    "due_time",
    "completed_at",
    "workspace_id",
    "list_id",
    "assignee",
    "deleted_at"
})
public record TaskAnswer(
        String id,
        String title,
        @Nullable String description,
        boolean completed,
        Priority priority,
        @JsonProperty("created_at") @WireInstant Instant createdAt,
        @Nullable @JsonProperty("due_date") LocalDate dueDate,
        List<String> tags,
        @JsonProperty("user_id") String userId,
        List<CommentAnswer> comments,
        @JsonProperty("share_count") long shareCount,
        @JsonProperty("updated_at") @WireInstant Instant updatedAt,
        long version,

        @Nullable @JsonProperty("due_time") @JsonFormat(pattern = "HH:mm:ss")
        LocalTime dueTime,

        @Nullable @JsonProperty("completed_at") @WireInstant Instant completedAt,
        @JsonProperty("workspace_id") String workspaceId,
        @JsonProperty("list_id") String listId,
        @Nullable String assignee,
        @Nullable @JsonProperty("deleted_at") @WireInstant Instant deletedAt) {

    public static TaskAnswer of(TaskDetails task) {
        return new TaskAnswer(
                task.taskId().text(),
                task.title(),
                task.description(),
                task.completed(),
                task.priority(),
                task.createdAt(),
                task.dueDate(),
                task.tags(),
                task.owner().text(),
                task.comments().stream().map(CommentAnswer::of).toList(),
                task.shareCount(),
                task.updatedAt(),
                task.version(),
                task.dueTime(),
                task.completedAt(),
                task.home().workspaceId().text(),
                task.home().listId().text(),
                task.assigneeName(),
                task.deletedAt());
    }

    /**
     * One run of a list, of which no page's number is known.
     *
     * @param nextCursor null at the end
     */
    @Schema(requiredProperties = {"tasks", "total", "next_cursor"})
    @JsonPropertyOrder({"tasks", "total", "next_cursor"})
    record TaskRun(
            List<TaskAnswer> tasks,
            long total,
            @Nullable @JsonProperty("next_cursor") String nextCursor) {
        static TaskRun of(Slice<TaskDetails> run, long total) {
            return new TaskRun(
                    run.items().stream().map(TaskAnswer::of).toList(),
                    total,
                    run.next().orElse(null));
        }
    }

    /** One page of a list. */
    @Schema(requiredProperties = {"tasks", "total", "page", "pages"})
    @JsonPropertyOrder({"tasks", "total", "page", "pages"})
    record TaskPage(List<TaskAnswer> tasks, long total, int page, long pages) {
        static TaskPage of(Page<TaskDetails> page) {
            return new TaskPage(
                    page.items().stream().map(TaskAnswer::of).toList(), page.total(), page.number(), page.pages());
        }
    }
}
