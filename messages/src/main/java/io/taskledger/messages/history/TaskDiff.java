package io.taskledger.messages.history;

import java.util.List;

import io.taskledger.messages.task.TaskId;

/**
 * What is otherwise in one version of a task than in another.
 *
 * @param from the event that made the one
 * @param to the event that made the other
 * @param changes from the one to the other
 */
public record TaskDiff(TaskId taskId, Deed from, Deed to, AsOf asOf, List<FieldChange> changes) {

    public TaskDiff {
        changes = List.copyOf(changes);
    }
}
