package io.taskledger.rest.task;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * An activity as the contract spells it.
 *
 * @param action what was done, in the past tense: {@code created}
 * @param resourceType {@code task}, {@code comment}, {@code file} or {@code reminder}
 * @param userId null where the system itself acted
 */
@JsonPropertyOrder({"id", "user_id", "action", "resource_type", "resource_id", "details", "created_at", "username"})
record TimelineAnswer(
        String id,
        @Nullable @JsonProperty("user_id") String userId,
        String action,
        @JsonProperty("resource_type") String resourceType,
        @JsonProperty("resource_id") String resourceId,
        Map<String, @Nullable Object> details,
        @JsonProperty("created_at") @WireInstant Instant createdAt,
        @Nullable String username) {

    static TimelineAnswer of(TimelineEntry entry, String action, Map<String, @Nullable Object> details) {
        return of(entry, action, "task", entry.event().taskId().text(), details);
    }

    static TimelineAnswer of(
            TimelineEntry entry,
            String action,
            String resourceType,
            String resourceId,
            Map<String, @Nullable Object> details) {
        return new TimelineAnswer(
                entry.eventId(),
                entry.actorId(),
                action,
                resourceType,
                resourceId,
                details,
                entry.happenedAt(),
                entry.actorName());
    }

    TimelineAnswer telling(Map<String, @Nullable Object> more) {
        return new TimelineAnswer(id, userId, action, resourceType, resourceId, more, createdAt, username);
    }
}
