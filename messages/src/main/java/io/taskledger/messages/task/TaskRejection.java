package io.taskledger.messages.task;

import io.taskledger.messages.Rejection;

/** Why a task's command was refused. */
public sealed interface TaskRejection extends Rejection {

    /**
     * There is no such task, or none that the actor may know of: both get the same answer, so that ids cannot be
     * probed.
     */
    record NotFound(TaskId taskId) implements TaskRejection {}
}
