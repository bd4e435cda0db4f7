package io.taskledger.query.activity;

import java.util.List;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.messages.account.AccountEvent.NotificationRead;
import io.taskledger.messages.account.AccountEvent.NotificationsRead;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationWithdrawn;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.query.activity.NotificationEntity.About;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import org.jspecify.annotations.Nullable;

/** Whom an event concerns: never who did it, and nobody twice. An invitation concerns somebody as long as it is open. */
final class Notifying {

    private final Rows<NotificationEntity> notifications;
    private final Rows<ReadNotificationEntity> read;
    private final Rows<ToldTaskEntity> tasks;

    Notifying(Tables tables) {
        this.notifications = tables.rows(NotificationEntity.FORM);
        this.read = tables.rows(ReadNotificationEntity.FORM);
        this.tasks = tables.rows(ToldTaskEntity.FORM);
    }

    /** Before the task's row reflects the event. */
    void on(TaskEvent event, Occurrence occurrence) {
        tasks.find(event.taskId().text())
                .filter(task -> !task.reflects(occurrence.position()))
                .ifPresent(task -> tell(event, task.owner(), occurrence));
    }

    void on(WorkspaceEvent event, Occurrence occurrence) {
        switch (event) {
            case UserInvited invited ->
                add(
                        invited.user(),
                        NotificationKind.INVITED,
                        About.WORKSPACE,
                        invited.invitationId().text(),
                        occurrence);
            case MemberJoined joined -> close(joined.invitationId(), occurrence);
            case InvitationDeclined declined -> close(declined.invitationId(), occurrence);
            case InvitationWithdrawn withdrawn -> close(withdrawn.invitationId(), occurrence);
            default -> {}
        }
    }

    void on(AccountEvent event) {
        switch (event) {
            case NotificationRead one -> {
                var key = ReadNotificationEntity.key(one.userId(), one.position());
                if (!isRead(one) && read.find(key).isEmpty()) {
                    read.add(ReadNotificationEntity.one(one.userId(), one.position()));
                }
            }
            case NotificationsRead all -> readUpTo(all);
            default -> {}
        }
    }

    private void tell(TaskEvent event, UserId owner, Occurrence occurrence) {
        switch (event) {
            case TaskShared shared -> add(shared.with(), NotificationKind.SHARED, occurrence);
            case TaskCompleted _ -> add(owner, NotificationKind.COMPLETED, occurrence);
            case TaskAssigned assigned -> {
                if (assigned.assignee().to() != null) {
                    add(assigned.assignee().to(), NotificationKind.ASSIGNED, occurrence);
                }
            }
            case CommentAdded added -> {
                var comment = added.commentId().text();
                add(owner, NotificationKind.COMMENTED, About.TASK, comment, occurrence);
                mention(added.mentioned(), comment, occurrence);
            }
            case CommentEdited edited ->
                mention(edited.mentioned(), edited.commentId().text(), occurrence);
            case Reminded reminded -> add(reminded.who(), NotificationKind.REMINDED, occurrence);
            case TaskPurged _ -> notifications.removeAllOf(occurrence.stream());
            default -> {}
        }
    }

    private void mention(List<UserId> mentioned, String comment, Occurrence occurrence) {
        mentioned.forEach(one -> add(one, NotificationKind.MENTIONED, About.TASK, comment, occurrence));
    }

    private void add(UserId to, NotificationKind kind, Occurrence occurrence) {
        add(to, kind, About.TASK, null, occurrence);
    }

    private void add(UserId to, NotificationKind kind, About about, @Nullable String part, Occurrence occurrence) {
        var isOwnDeed = to.text().equals(occurrence.actor());
        if (!isOwnDeed
                && notifications.find(NotificationEntity.key(occurrence, to)).isEmpty()) {
            notifications.add(new NotificationEntity(to, kind, about, part, occurrence));
        }
    }

    private void close(@Nullable InvitationId invitation, Occurrence occurrence) {
        if (invitation != null) {
            notifications.allOf(occurrence.stream()).stream()
                    .filter(one -> invitation.text().equals(one.part()))
                    .forEach(one -> notifications.remove(one.id()));
        }
    }

    private boolean isRead(NotificationRead one) {
        return read.find(one.userId().text())
                .filter(all -> all.position() >= one.position())
                .isPresent();
    }

    private void readUpTo(NotificationsRead event) {
        var all = read.find(event.userId().text());
        all.ifPresentOrElse(
                row -> row.extend(Math.max(row.position(), event.upTo())),
                () -> read.add(ReadNotificationEntity.upTo(event.userId(), event.upTo())));
        read.allOf(event.userId().text()).stream()
                .filter(row -> !row.everything() && row.position() <= event.upTo())
                .forEach(row -> read.remove(row.id()));
    }
}
