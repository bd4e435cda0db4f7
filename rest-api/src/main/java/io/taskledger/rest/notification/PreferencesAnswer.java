package io.taskledger.rest.notification;

import java.time.Instant;
import java.time.LocalTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told by mail, as the contract spells it, with our own fields after it.
 *
 * @param updatedAt null where nothing was ever changed
 * @param quietFrom {@code HH:MM}, null where mail may go out at any time
 * @param timeZone null for UTC
 */
@JsonPropertyOrder({
    "user_id",
    "email_verified",
    "email_enabled",
    "task_shared_with_me",
    "task_completed",
    "comment_on_my_task",
    "task_due_soon",
    "mentioned",
    "assigned",
    "quiet_from",
    "quiet_to",
    "time_zone",
    "updated_at"
})
@Schema(name = "Preferences")
record PreferencesAnswer(
        @JsonProperty("user_id") String userId,
        @JsonProperty("email_verified") boolean emailVerified,
        @JsonProperty("email_enabled") boolean emailEnabled,
        @JsonProperty("task_shared_with_me") boolean taskSharedWithMe,
        @JsonProperty("task_completed") boolean taskCompleted,
        @JsonProperty("comment_on_my_task") boolean commentOnMyTask,
        @JsonProperty("task_due_soon") boolean taskDueSoon,
        boolean mentioned,
        boolean assigned,
        @Nullable @JsonProperty("quiet_from") String quietFrom,
        @Nullable @JsonProperty("quiet_to") String quietTo,
        @Nullable @JsonProperty("time_zone") String timeZone,
        @Nullable @JsonProperty("updated_at") @WireInstant Instant updatedAt) {

    static PreferencesAnswer of(OwnPreferences own) {
        var kinds = own.preferences().kinds();
        var quiet = own.preferences().quiet();
        return new PreferencesAnswer(
                own.userId().text(),
                own.emailVerified(),
                own.preferences().mail(),
                kinds.contains(MailKind.TASK_SHARED_WITH_ME),
                kinds.contains(MailKind.TASK_COMPLETED),
                kinds.contains(MailKind.COMMENT_ON_MY_TASK),
                kinds.contains(MailKind.TASK_DUE_SOON),
                kinds.contains(MailKind.MENTIONED),
                kinds.contains(MailKind.ASSIGNED),
                quiet == null ? null : text(quiet.from()),
                quiet == null ? null : text(quiet.to()),
                own.zone(),
                own.changedAt());
    }

    /** {@code HH:MM}, with seconds only where there are any. */
    private static String text(LocalTime time) {
        return time.toString();
    }
}
