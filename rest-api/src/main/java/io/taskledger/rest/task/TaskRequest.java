package io.taskledger.rest.task;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
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

            @Schema(defaultValue = "false") boolean completed) {}

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
}
