package io.taskledger.messages.task;

import java.util.List;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/** Why a task's command was refused. */
public sealed interface TaskRejection extends Rejection {

    /**
     * There is no such task, or none that the actor may know of: both get the same answer, so that ids cannot be
     * probed.
     */
    record NotFound(TaskId taskId) implements TaskRejection {}

    /** The actor may see the task, and may not do this. */
    record NotPermitted(TaskId taskId) implements TaskRejection {}

    record TagNotFound(TaskId taskId, String tag) implements TaskRejection {}

    /** Of many tasks that were asked for at once: all those that are missing, in the order they were named. */
    record TasksNotFound(List<TaskId> taskIds) implements TaskRejection {
        public TasksNotFound {
            taskIds = List.copyOf(taskIds);
        }
    }

    /** Only what was deleted can be purged. */
    record NotInTrash(TaskId taskId) implements TaskRejection {}

    /** Somebody else was faster with the same fields; nothing of the edit was done. */
    record EditedMeanwhile(TaskId taskId, List<Winner> winners) implements TaskRejection {
        public EditedMeanwhile {
            winners = List.copyOf(winners);
        }
    }

    /**
     * A field that was changed after the sender saw it.
     *
     * @param field its name in the messages, snake case, such as {@code due_date}
     * @param value as it is now, of the type that {@link TaskEdit} has for it; null where it is empty
     * @param who null where the system did it
     */
    record Winner(
            String field, @Nullable Object value, @Nullable UserId who) {}

    /**
     * The task is not in the version that the sender demands.
     *
     * @param actual sequence number of the task's last event
     */
    record VersionMismatch(TaskId taskId, long expected, long actual) implements TaskRejection {}

    record SharedWithOneself(TaskId taskId) implements TaskRejection {}

    /** The permission stays as it was. */
    record AlreadyShared(TaskId taskId, UserId with) implements TaskRejection {}

    /** @param username null for the actor's own */
    record NotShared(TaskId taskId, @Nullable String username) implements TaskRejection {}

    /** Only somebody who may see the task can be asked to do it. */
    record AssigneeWithoutAccess(TaskId taskId, String username) implements TaskRejection {}

    record CommentNotFound(CommentId commentId) implements TaskRejection {}

    /** Somebody else's comment, or one on a task that the author may not see any more. */
    record CommentNotYours(CommentId commentId) implements TaskRejection {}

    record FileNotFound(FileId fileId) implements TaskRejection {}

    /** No event of the task has this number, or what it did was to name a version. */
    record VersionNotFound(TaskId taskId, long version) implements TaskRejection {}

    record ReminderNotFound(ReminderId reminderId) implements TaskRejection {}

    /** The task has as many parts of this kind as it can have. */
    record TooManyParts(TaskId taskId, Part part, int limit) implements TaskRejection {}

    /** What a task can have many of. */
    enum Part {
        COMMENT,
        FILE,
        REMINDER,
        SHARE,
        VERSION_NAME
    }
}
