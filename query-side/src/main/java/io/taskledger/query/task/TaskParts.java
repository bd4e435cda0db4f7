package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.FileEvent;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.ReminderEvent;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderEvent.ReminderRemoved;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.task.TaskProjection.MissingRow;

/** The rows of a task's parts. Who calls has looked whether the task reflects the event already. */
final class TaskParts {

    private final Rows<ShareEntity> shares;
    private final Rows<CommentEntity> comments;
    private final Rows<FileEntity> files;
    private final Rows<ReminderEntity> reminders;

    TaskParts(Tables tables) {
        this.shares = tables.rows(ShareEntity.FORM);
        this.comments = tables.rows(CommentEntity.FORM);
        this.files = tables.rows(FileEntity.FORM);
        this.reminders = tables.rows(ReminderEntity.FORM);
    }

    void share(SharingEvent event, TaskEntity task, Moment moment) {
        switch (event) {
            case TaskShared shared -> {
                shares.add(new ShareEntity(shared, moment));
                task.shares(1);
            }
            case PermissionChanged changed ->
                known(shares, ShareEntity.key(changed.taskId(), changed.with()), moment)
                        .regrade(changed.permission().to(), moment);
            case ShareRevoked revoked -> unshare(ShareEntity.key(revoked.taskId(), revoked.with()), task, moment);
            case TaskLeft left -> unshare(ShareEntity.key(left.taskId(), left.who()), task, moment);
        }
    }

    void comment(CommentEvent event, TaskEntity task, Moment moment) {
        var id = event.commentId().text();
        switch (event) {
            case CommentAdded added -> {
                comments.add(new CommentEntity(added, task.owner(), moment));
                task.comments(1);
            }
            case CommentRestored restored -> {
                comments.add(new CommentEntity(restored, task.owner(), moment));
                task.comments(1);
            }
            case CommentEdited edited -> known(comments, id, moment).edit(edited, moment);
            case CommentDeleted _ -> {
                known(comments, id, moment);
                comments.remove(id);
                task.comments(-1);
            }
        }
    }

    void file(FileEvent event, Moment moment) {
        var id = event.fileId().text();
        switch (event) {
            case FileAttached attached -> files.add(new FileEntity(attached, moment));
            case FileRemoved _ -> {
                known(files, id, moment);
                files.remove(id);
            }
        }
    }

    void remind(ReminderEvent event, TaskEntity task, Moment moment) {
        var id = event.reminderId().text();
        switch (event) {
            case ReminderSet set -> {
                var reminder = new ReminderEntity(set, moment);
                reminder.follow(task.due());
                reminders.add(reminder);
                task.reminders(1);
            }
            case ReminderRemoved _ -> {
                known(reminders, id, moment);
                reminders.remove(id);
                task.reminders(-1);
            }
            case Reminded reminded -> {
                var reminder = known(reminders, id, moment);
                reminder.told(reminded);
                reminder.follow(task.due());
            }
        }
    }

    /** After the task has become due at another time, or is not due any more. */
    void followDue(TaskEntity task) {
        if (task.hasReminders()) {
            var due = task.due();
            reminders.allOf(task.id()).forEach(reminder -> reminder.follow(due));
        }
    }

    void removeAllOf(TaskId task) {
        List.of(shares, comments, files, reminders).forEach(rows -> rows.removeAllOf(task.text()));
    }

    private void unshare(String id, TaskEntity task, Moment moment) {
        known(shares, id, moment);
        shares.remove(id);
        task.shares(-1);
    }

    private static <E> E known(Rows<E> rows, String id, Moment moment) {
        return rows.find(id).orElseThrow(() -> new MissingRow(id, moment.position()));
    }
}
