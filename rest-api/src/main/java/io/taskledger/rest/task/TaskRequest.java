package io.taskledger.rest.task;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskRules;
import org.jspecify.annotations.Nullable;

/** The shapes of what clients send, for the OpenAPI document only: {@link TaskBodies} reads it. */
final class TaskRequest {

    private TaskRequest() {}

    @Schema(name = "NewTask")
    record Creation(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = TaskRules.TITLE_LIMIT,
                    description = "Trimmed; may not be blank")
            String title,

            @Schema(maxLength = TaskRules.DESCRIPTION_LIMIT, nullable = true, description = "Markdown") @Nullable
            String description,

            @Schema(defaultValue = "medium") Priority priority,

            @Schema(nullable = true) @JsonProperty("due_date") @Nullable
            LocalDate dueDate,

            @Schema(nullable = true, pattern = "\\d{2}:\\d{2}(:\\d{2})?", description = "Only with a due date")
            @JsonProperty("due_time")
            @Nullable
            String dueTime,

            @ArraySchema(maxItems = TaskRules.TAGS_LIMIT, schema = @Schema(maxLength = TaskRules.TAG_LIMIT))
            List<String> tags,

            @Schema(defaultValue = "false") boolean completed,

            @Schema(description = "Without it, the first list of one's personal workspace, or of the one that is named")
            @JsonProperty("list_id")
            String listId,

            @Schema(description = "One's personal workspace, if not said otherwise") @JsonProperty("workspace_id")
            String workspaceId,

            @Schema(nullable = true, description = "Username of somebody who will see the task") @Nullable
            String assignee) {}

    @Schema(name = "TaskChanges", description = "Only what is sent changes")
    record Changes(
            @Schema(minLength = 1, maxLength = TaskRules.TITLE_LIMIT)
            String title,

            @Schema(maxLength = TaskRules.DESCRIPTION_LIMIT, nullable = true, description = "Null clears it") @Nullable
            String description,

            Priority priority,

            @Schema(nullable = true, description = "Null clears it, and the time with it")
            @JsonProperty("due_date")
            @Nullable
            LocalDate dueDate,

            @Schema(nullable = true, pattern = "\\d{2}:\\d{2}(:\\d{2})?", description = "Null clears it")
            @JsonProperty("due_time")
            @Nullable
            String dueTime,

            @ArraySchema(maxItems = TaskRules.TAGS_LIMIT, schema = @Schema(maxLength = TaskRules.TAG_LIMIT))
            List<String> tags,

            boolean completed) {}

    @Schema(name = "TaskUpdate", description = "Only what is sent changes, all of it or nothing")
    record Update(
            @Schema(minLength = 1, maxLength = TaskRules.TITLE_LIMIT)
            String title,

            @Schema(maxLength = TaskRules.DESCRIPTION_LIMIT, nullable = true, description = "Null clears it") @Nullable
            String description,

            Priority priority,

            @Schema(nullable = true, description = "Null clears it, and the time with it")
            @JsonProperty("due_date")
            @Nullable
            LocalDate dueDate,

            @Schema(nullable = true, pattern = "\\d{2}:\\d{2}(:\\d{2})?", description = "Null clears it")
            @JsonProperty("due_time")
            @Nullable
            String dueTime,

            @ArraySchema(maxItems = TaskRules.TAGS_LIMIT, schema = @Schema(maxLength = TaskRules.TAG_LIMIT))
            List<String> tags,

            boolean completed,

            @Schema(nullable = true, description = "Username of somebody who may see the task; null for nobody")
            @Nullable
            String assignee,

            @Schema(nullable = true, description = "Without a list, its first one; a place is the list's end")
            @JsonProperty("workspace_id")
            @Nullable
            String workspaceId,

            @Schema(nullable = true) @JsonProperty("list_id") @Nullable
            String listId) {}

    @Schema(name = "BulkChanges")
    record BulkChanges(
            @ArraySchema(minItems = 1, maxItems = EditTasks.LIMIT, schema = @Schema(type = "string"))
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            @JsonProperty("task_ids")
            List<String> taskIds,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Changes updates) {}

    @Schema(name = "TaskAction", description = "Which other fields it needs depends on the action")
    record Action(
            @ArraySchema(minItems = 1, maxItems = EditTasks.LIMIT, schema = @Schema(type = "string"))
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            @JsonProperty("task_ids")
            List<String> taskIds,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {
                        "complete",
                        "reopen",
                        "delete",
                        "restore",
                        "purge",
                        "edit",
                        "tag",
                        "untag",
                        "rename_tag",
                        "move",
                        "assign",
                        "share"
                    })
            String action,

            @Schema(description = "Of edit") Changes updates,
            @Schema(description = "Of tag") List<String> tags,
            @Schema(description = "Of untag and rename_tag") String tag,

            @Schema(description = "Of rename_tag") @JsonProperty("new_name")
            String newName,

            @Schema(description = "Of move") @JsonProperty("workspace_id")
            String workspaceId,

            @Schema(description = "Of move") @JsonProperty("list_id")
            String listId,

            @Schema(description = "Of assign; null for nobody", nullable = true) @Nullable
            String username,

            @Schema(description = "Of share") @JsonProperty("shared_with_username")
            String sharedWithUsername,

            @Schema(description = "Of share", defaultValue = "view")
            Permission permission) {}

    @Schema(name = "NewComment")
    record CommentText(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = TaskRules.COMMENT_LIMIT,
                    description = "Markdown; whoever is called `@username` in it is told")
            String content) {}

    @Schema(name = "NewShare")
    record Sharing(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("shared_with_username")
            String sharedWithUsername,

            @Schema(defaultValue = "view") Permission permission) {}

    @Schema(name = "ShareChange")
    record Regrading(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Permission permission) {}

    @Schema(name = "Move", description = "What is not said stays; without a neighbour the end of the list is meant")
    record Move(
            @Schema(nullable = true, description = "Without a list, its first one")
            @JsonProperty("workspace_id")
            @Nullable
            String workspaceId,

            @Schema(nullable = true) @JsonProperty("list_id") @Nullable
            String listId,

            @Schema(nullable = true, description = "The task that it shall follow") @Nullable
            String after,

            @Schema(nullable = true, description = "The task that shall follow it") @Nullable
            String before) {}

    @Schema(name = "Assignment")
    record Assignment(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Of somebody who may see the task")
            String username) {}

    @Schema(
            name = "NewReminder",
            description = "Minutes before the due time, or a time of the due day or one before it")
    record Reminding(
            @Schema(nullable = true, minimum = "0", maximum = "40320") @JsonProperty("minutes_before") @Nullable
            Integer minutesBefore,

            @Schema(nullable = true, minimum = "0", maximum = "28") @JsonProperty("days_before") @Nullable
            Integer daysBefore,

            @Schema(nullable = true, pattern = "\\d{2}:\\d{2}(:\\d{2})?", description = "Instead of minutes_before")
            @Nullable
            String at) {}
}
