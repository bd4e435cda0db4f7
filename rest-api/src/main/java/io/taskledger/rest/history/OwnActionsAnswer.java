package io.taskledger.rest.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.OwnActions.OwnAction;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * What one did last.
 *
 * @param undo what undoing takes back next; null where all is undone
 * @param redo what can be done again next; null where something else was done since
 */
@Schema(name = "OwnActions")
@JsonPropertyOrder({"actions", "undo", "redo"})
record OwnActionsAnswer(
        List<OneAction> actions,
        @Nullable String undo,
        @Nullable String redo) {

    static OwnActionsAnswer of(OwnActions own) {
        return new OwnActionsAnswer(
                own.actions().stream().map(OneAction::of).toList(),
                own.undo().map(ActionId::text).orElse(null),
                own.redo().map(ActionId::text).orElse(null));
    }

    /**
     * One of them.
     *
     * @param action in the past tense, as in the activity: {@code updated}
     * @param resourceType what it was done to, such as a {@code comment}
     * @param tasks how many it was done to
     * @param title of the first of them
     * @param details of what was done to that one, as in the activity
     * @param state {@code done} or {@code undone}
     */
    @Schema(name = "OwnAction")
    @JsonPropertyOrder({
        "action_id",
        "at",
        "via",
        "action",
        "resource_type",
        "tasks",
        "task_id",
        "title",
        "details",
        "state"
    })
    record OneAction(
            @JsonProperty("action_id") String actionId,
            @WireInstant Instant at,
            @Nullable String via,
            String action,
            @JsonProperty("resource_type") String resourceType,
            long tasks,
            @Nullable @JsonProperty("task_id") String taskId,
            @Nullable String title,
            Map<String, @Nullable Object> details,
            @Schema(allowableValues = {"done", "undone"}) String state) {

        static OneAction of(OwnAction own) {
            var first = own.first();
            var title =
                    first.details().getOrDefault("task_title", first.details().get("title"));
            return new OneAction(
                    own.actionId().text(),
                    own.at(),
                    first.via() == null ? null : first.via().stored(),
                    first.action(),
                    first.resourceType(),
                    own.tasks(),
                    first.taskId() == null ? null : first.taskId().text(),
                    title == null ? null : title.toString(),
                    first.details(),
                    own.undone() ? "undone" : "done");
        }
    }
}
