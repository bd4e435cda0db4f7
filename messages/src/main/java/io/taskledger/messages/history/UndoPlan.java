package io.taskledger.messages.history;

import java.util.List;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.CompensateTask;

/**
 * What taking an action back comes to, or doing it again, as things stand. Nothing is done yet: each task's
 * {@link TaskPlan#command} does its part, if the task still is in the version that was planned for.
 *
 * @param action the action itself, also where one of those that took it back was asked for
 * @param total how many tasks it was about, of those that who asks may know of
 * @param tasks at most as many as were asked for, by their ids
 */
public record UndoPlan(ActionId action, Sense sense, AsOf asOf, long total, List<TaskPlan> tasks) {

    public UndoPlan {
        tasks = List.copyOf(tasks);
    }

    /** Whether an action is taken back, or done again. */
    public enum Sense {
        UNDO,
        REDO;

        /** Where in the events' metadata the action is named. */
        public String key() {
            return this == UNDO ? MetadataKeys.UNDOES : MetadataKeys.REDOES;
        }
    }

    /** What can be done now, in this order. */
    public List<CompensateTask> commands() {
        return tasks.stream().flatMap(task -> task.command().stream()).toList();
    }

    /** Whether something of it is left out, or all. */
    public boolean leavesOut() {
        return tasks.stream().anyMatch(task -> !task.leftOut().isEmpty());
    }
}
