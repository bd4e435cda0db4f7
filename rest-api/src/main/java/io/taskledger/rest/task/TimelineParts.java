package io.taskledger.rest.task;

import java.util.Map;

import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.FileEvent;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.ReminderEvent;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** Tells what happened to a task's shares, comments, files and reminders. */
final class TimelineParts {

    /** Of a comment's text, in characters. */
    private static final int PREVIEW = 100;

    /** @param details begun with the task's title; so for the others */
    TimelineAnswer shared(TimelineEntry entry, SharingEvent event, Map<String, @Nullable Object> details) {
        return switch (event) {
            case TaskShared shared -> {
                details.put("shared_with_user_id", shared.with());
                details.put("shared_with_username", entry.otherName());
                details.put("permission", shared.permission());
                yield TimelineAnswer.of(entry, "shared", details);
            }
            case PermissionChanged changed -> {
                details.put("shared_with_user_id", changed.with());
                details.put("shared_with_username", entry.otherName());
                details.put("old_permission", changed.permission().from());
                details.put("permission", changed.permission().to());
                yield TimelineAnswer.of(entry, "updated", details);
            }
            case ShareRevoked revoked -> {
                details.put("unshared_user_id", revoked.with());
                details.put("unshared_username", entry.otherName());
                yield TimelineAnswer.of(entry, "unshared", details);
            }
            case TaskLeft left -> {
                details.put("unshared_user_id", left.who());
                details.put("unshared_username", entry.otherName());
                yield TimelineAnswer.of(entry, "unshared", details);
            }
        };
    }

    TimelineAnswer commented(TimelineEntry entry, CommentEvent event, Map<String, @Nullable Object> details) {
        details.put("task_id", event.taskId());
        var comment = event.commentId().text();
        return switch (event) {
            case CommentAdded added -> {
                details.put("content_preview", preview(added.content()));
                yield TimelineAnswer.of(entry, "created", "comment", comment, details);
            }
            case CommentEdited edited -> {
                details.put("old_content", preview(edited.content().from()));
                details.put("new_content", preview(edited.content().to()));
                yield TimelineAnswer.of(entry, "updated", "comment", comment, details);
            }
            case CommentDeleted deleted -> {
                details.put("content", preview(deleted.content()));
                yield TimelineAnswer.of(entry, "deleted", "comment", comment, details);
            }
        };
    }

    TimelineAnswer filed(TimelineEntry entry, FileEvent event, Map<String, @Nullable Object> details) {
        details.put("task_id", event.taskId());
        var file = event.fileId().text();
        return switch (event) {
            case FileAttached attached -> {
                details.put("filename", attached.name());
                details.put("file_size", attached.size());
                details.put("content_type", attached.contentType());
                yield TimelineAnswer.of(entry, "uploaded", "file", file, details);
            }
            case FileRemoved removed -> {
                details.put("filename", removed.name());
                yield TimelineAnswer.of(entry, "deleted", "file", file, details);
            }
        };
    }

    TimelineAnswer reminded(TimelineEntry entry, ReminderEvent event, Map<String, @Nullable Object> details) {
        details.put("task_id", event.taskId());
        var action = switch (event) {
            case ReminderEvent.ReminderSet _ -> "created";
            case ReminderEvent.ReminderRemoved _ -> "deleted";
            case ReminderEvent.Reminded _ -> "reminded";
        };
        return TimelineAnswer.of(entry, action, "reminder", event.reminderId().text(), details);
    }

    private static String preview(String content) {
        return content.codePointCount(0, content.length()) <= PREVIEW
                ? content
                : content.substring(0, content.offsetByCodePoints(0, PREVIEW));
    }
}
