package io.taskledger.rest.task;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharedTask;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/** A share as the contract spells it. */
@Schema(name = "Share")
@JsonPropertyOrder({"id", "task_id", "shared_with_user_id", "shared_with_username", "permission", "shared_at"})
record ShareAnswer(
        String id,
        @JsonProperty("task_id") String taskId,
        @JsonProperty("shared_with_user_id") String sharedWithUserId,
        @Nullable @JsonProperty("shared_with_username") String sharedWithUsername,
        Permission permission,
        @JsonProperty("shared_at") @WireInstant Instant sharedAt) {

    static ShareAnswer of(TaskShare share) {
        return new ShareAnswer(
                share.id(),
                share.taskId().text(),
                share.with().text(),
                share.username(),
                share.permission(),
                share.sharedAt());
    }

    /** A task of somebody else's. */
    @Schema(name = "SharedTask")
    @JsonPropertyOrder({"task", "permission", "is_owner", "owner_username"})
    record WithMe(
            TaskAnswer task,
            Permission permission,
            @JsonProperty("is_owner") boolean isOwner,
            @Nullable @JsonProperty("owner_username") String ownerUsername) {

        static WithMe of(SharedTask shared) {
            return new WithMe(TaskAnswer.of(shared.task()), shared.permission(), false, shared.ownerName());
        }
    }
}
