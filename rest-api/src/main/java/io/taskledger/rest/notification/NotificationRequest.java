package io.taskledger.rest.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shapes of what clients send, for the OpenAPI document only: {@link NotificationController} reads it. */
final class NotificationRequest {

    private NotificationRequest() {}

    @Schema(name = "PreferencesChange")
    record Preferences(
            @JsonProperty("email_enabled") Boolean emailEnabled,
            @JsonProperty("task_shared_with_me") Boolean taskSharedWithMe,
            @JsonProperty("task_completed") Boolean taskCompleted,
            @JsonProperty("comment_on_my_task") Boolean commentOnMyTask,
            @JsonProperty("task_due_soon") Boolean taskDueSoon,
            Boolean mentioned,
            Boolean assigned,

            @Nullable
            @JsonProperty("quiet_from")
            @Schema(description = "HH:MM; from then on no mail goes out. With `quiet_to`; both null: at any time")
            String quietFrom,

            @Nullable @JsonProperty("quiet_to") @Schema(description = "HH:MM; then goes out what was kept back")
            String quietTo,

            @Nullable
            @JsonProperty("time_zone")
            @Schema(description = "Of the tz database, such as Europe/Vienna; null for UTC")
            String timeZone) {}

    record Verification(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "From the link in the mail")
            String token) {}
}
