package io.taskledger.rest.tag;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.TaskRules;
import org.jspecify.annotations.Nullable;

/** The shape of what clients send to change a tag, for the OpenAPI document only. */
@Schema(name = "TagChanges", description = "Only what is sent changes")
record TagChangeRequest(
        @Schema(minLength = 1, maxLength = TaskRules.TAG_LIMIT, description = "Trimmed; may not be blank")
        String name,

        @Schema(minimum = "0", maximum = "11", nullable = true, description = "Of the palette; null for none") @Nullable
        Integer colour) {}
