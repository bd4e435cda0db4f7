package io.taskledger.messages.task;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;

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

    /** Nobody is called so. */
    record UserNotFound(String username) implements TaskRejection {}

    record SharedWithOneself(TaskId taskId) implements TaskRejection {}

    /** The permission stays as it was. */
    record AlreadyShared(TaskId taskId, UserId with) implements TaskRejection {}

    record NotShared(TaskId taskId, String username) implements TaskRejection {}

    /** Only somebody who may see the task can be asked to do it. */
    record AssigneeWithoutAccess(TaskId taskId, String username) implements TaskRejection {}

    record CommentNotFound(CommentId commentId) implements TaskRejection {}

    /** Somebody else's comment, or one on a task that the author may not see any more. */
    record CommentNotYours(CommentId commentId) implements TaskRejection {}

    record FileNotFound(FileId fileId) implements TaskRejection {}

    record ReminderNotFound(ReminderId reminderId) implements TaskRejection {}

    /** The task has as many parts of this kind as it can have. */
    record TooManyParts(TaskId taskId, Part part, int limit) implements TaskRejection {}

    /** What a task can have many of. */
    enum Part {
        COMMENT,
        FILE,
        REMINDER,
        SHARE
    }
}
