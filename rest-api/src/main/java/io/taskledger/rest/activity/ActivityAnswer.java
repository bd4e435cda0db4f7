package io.taskledger.rest.activity;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.taskledger.messages.Via;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivitySummary;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * An activity as the contract spells it, and after its fields the ones that it does not know.
 *
 * @param action what was done, in the past tense: {@code created}
 * @param resourceType what it was done to: {@code task}
 * @param userId null where the system itself acted
 * @param username null also where the account is gone
 */
@JsonPropertyOrder({
    "id",
    "user_id",
    "action",
    "resource_type",
    "resource_id",
    "details",
    "created_at",
    "username",
    "recorded_at",
    "via"
})
record ActivityAnswer(
        String id,
        @Nullable @JsonProperty("user_id") String userId,
        String action,
        @JsonProperty("resource_type") String resourceType,
        @JsonProperty("resource_id") String resourceId,
        Map<String, @Nullable Object> details,
        @JsonProperty("created_at") @WireInstant Instant createdAt,
        @Nullable String username,
        @JsonProperty("recorded_at") @WireInstant Instant recordedAt,
        @Nullable Via via) {

    static ActivityAnswer of(Activity activity) {
        return new ActivityAnswer(
                activity.id(),
                activity.actor() == null ? null : activity.actor().text(),
                activity.action(),
                activity.resourceType(),
                activity.resourceId(),
                activity.details(),
                activity.happenedAt(),
                activity.actorName(),
                activity.recordedAt(),
                activity.via());
    }

    /** How much was done. */
    @JsonPropertyOrder({"total_activities", "by_action", "by_resource"})
    record ActivityTotals(
            @JsonProperty("total_activities") long totalActivities,
            @JsonProperty("by_action") Map<String, Long> byAction,
            @JsonProperty("by_resource") Map<String, Long> byResource) {

        static ActivityTotals of(ActivitySummary summary) {
            return new ActivityTotals(summary.total(), summary.byAction(), summary.byResource());
        }
    }
}
