package io.taskledger.query.activity;

import java.util.Map;

import io.taskledger.messages.UserId;
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
import io.taskledger.query.activity.ActivityEntity.Deed;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import org.jspecify.annotations.Nullable;

/** What was done to a task's shares, comments, files and reminders: an entry each. */
final class TaskPartActivity {

    private final Rows<ActivityEntity> entries;
    private final Rows<ToldShareEntity> shares;

    TaskPartActivity(Tables tables) {
        this.entries = tables.rows(ActivityEntity.FORM);
        this.shares = tables.rows(ToldShareEntity.FORM);
    }

    /** Names are put in when it is read: who an account is called is not for this stream to say. */
    void on(SharingEvent event, ToldTaskEntity task, Occurrence occurrence) {
        var details = Details.titled(task.title());
        switch (event) {
            case TaskShared shared -> {
                shares.add(new ToldShareEntity(shared.taskId(), shared.with()));
                details.with("shared_with_user_id", shared.with())
                        .with("shared_with_username", null)
                        .with("permission", shared.permission());
                addOfTask("shared", task, details, occurrence);
            }
            case PermissionChanged changed -> {
                details.with("shared_with_user_id", changed.with())
                        .with("shared_with_username", null)
                        .withChanges(Map.of("permission", changed.permission()));
                addOfTask("updated", task, details, occurrence);
            }
            case ShareRevoked revoked -> unshare(revoked.taskId(), revoked.with(), task, details, occurrence);
            case TaskLeft left -> unshare(left.taskId(), left.who(), task, details, occurrence);
        }
    }

    void on(CommentEvent event, ToldTaskEntity task, Occurrence occurrence) {
        var details = about(event.taskId(), task);
        var action = switch (event) {
            case CommentAdded added -> {
                details.withPreview("content_preview", added.content());
                yield "created";
            }
            case CommentEdited edited -> {
                details.withPreview("old_content", edited.content().from())
                        .withPreview("new_content", edited.content().to());
                yield "updated";
            }
            case CommentDeleted deleted -> {
                details.withPreview("content", deleted.content());
                yield "deleted";
            }
            case CommentRestored restored -> {
                details.withPreview("content", restored.content());
                yield "restored";
            }
        };
        add(new Deed(action, "comment", event.commentId().text()), task, event.author(), details, occurrence);
    }

    void on(FileEvent event, ToldTaskEntity task, Occurrence occurrence) {
        var details = about(event.taskId(), task);
        var action = switch (event) {
            case FileAttached attached -> {
                details.with("filename", attached.name())
                        .with("file_size", attached.size())
                        .with("content_type", attached.contentType());
                yield "uploaded";
            }
            case FileRemoved removed -> {
                details.with("filename", removed.name());
                yield "deleted";
            }
        };
        add(new Deed(action, "file", event.fileId().text()), task, event.attachedBy(), details, occurrence);
    }

    void on(ReminderEvent event, ToldTaskEntity task, Occurrence occurrence) {
        var details = about(event.taskId(), task);
        var action = switch (event) {
            case ReminderSet set -> {
                details.with("reminder", set.reminder());
                yield "created";
            }
            case ReminderRemoved _ -> "deleted";
            case Reminded reminded -> {
                details.with("due_date", reminded.dueDate()).with("due_time", reminded.dueTime());
                yield "reminded";
            }
        };
        add(new Deed(action, "reminder", event.reminderId().text()), task, null, details, occurrence);
    }

    private void unshare(TaskId taskId, UserId person, ToldTaskEntity task, Details details, Occurrence occurrence) {
        shares.remove(ToldShareEntity.key(taskId, person));
        details.with("unshared_user_id", person).with("unshared_username", null);
        addOfTask("unshared", task, details, occurrence);
    }

    private static Details about(TaskId taskId, ToldTaskEntity task) {
        return Details.none().with("task_id", taskId).with(Details.TASK_TITLE, task.title());
    }

    private void addOfTask(String action, ToldTaskEntity task, Details details, Occurrence occurrence) {
        add(new Deed(action, "task", occurrence.stream()), task, null, details, occurrence);
    }

    /** @param writer whose texts are told; null where none are, but the task's title */
    private void add(Deed deed, ToldTaskEntity task, @Nullable UserId writer, Details details, Occurrence occurrence) {
        var subject = writer == null ? null : writer.text();
        entries.add(new ActivityEntity(occurrence, task.scope(subject), deed, details.json()));
        task.closeEntry();
    }
}
