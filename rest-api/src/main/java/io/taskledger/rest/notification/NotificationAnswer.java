package io.taskledger.rest.notification;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param id names it to whom it is for; a later one has a greater
 * @param actor username of whose doing it was; null for the system, and where the account is gone
 * @param taskId null for an invitation
 * @param workspaceId null for what is about a task
 * @param about id of the comment or the invitation; null where it is about none
 */
@Schema(name = "Notification")
@JsonPropertyOrder({
    "id",
    "kind",
    "actor_id",
    "actor",
    "task_id",
    "task_title",
    "workspace_id",
    "workspace_name",
    "about",
    "at",
    "read"
})
record NotificationAnswer(
        long id,
        NotificationKind kind,
        @Nullable @JsonProperty("actor_id") String actorId,
        @Nullable String actor,
        @Nullable @JsonProperty("task_id") String taskId,
        @Nullable @JsonProperty("task_title") String taskTitle,
        @Nullable @JsonProperty("workspace_id") String workspaceId,
        @Nullable @JsonProperty("workspace_name") String workspaceName,
        @Nullable String about,
        @WireInstant Instant at,
        boolean read) {

    static NotificationAnswer of(Notification one) {
        return new NotificationAnswer(
                one.position(),
                one.kind(),
                one.actor() == null ? null : one.actor().text(),
                one.actorName(),
                one.taskId() == null ? null : one.taskId().text(),
                one.taskTitle(),
                one.workspaceId() == null ? null : one.workspaceId().text(),
                one.workspaceName(),
                one.part(),
                one.at(),
                one.read());
    }

    /** @param total on all pages */
    @Schema(name = "Notifications")
    @JsonPropertyOrder({"notifications", "total", "page", "pages"})
    record Listed(List<NotificationAnswer> notifications, long total, int page, long pages) {}

    /** How many were not read. */
    @Schema(name = "UnreadNotifications")
    record Unread(long unread) {}
}
