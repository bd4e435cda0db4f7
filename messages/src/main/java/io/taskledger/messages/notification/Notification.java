package io.taskledger.messages.notification;

import java.time.Instant;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told: by ids, and names as they are now.
 *
 * @param position of the event in the ledger, which names the notification to whom it is for
 * @param actor whose doing it was; null for the system
 * @param actorName null also where the account is gone
 * @param taskId null for an invitation
 * @param workspaceId what one is invited to; null otherwise
 * @param part id of the comment or the invitation that it is about; null where it is about none
 */
public record Notification(
        long position,
        NotificationKind kind,
        @Nullable UserId actor,
        @Nullable String actorName,
        @Nullable TaskId taskId,
        @Nullable String taskTitle,
        @Nullable WorkspaceId workspaceId,
        @Nullable String workspaceName,
        @Nullable String part,
        Instant at,
        boolean read) {}
