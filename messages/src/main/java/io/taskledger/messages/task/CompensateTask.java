package io.taskledger.messages.task;

import java.util.List;

/**
 * Several things done to one task at once, all of them or none: what takes an action back, or a task to what it was. Each
 * step is decided as if it came alone, after those before it.
 *
 * @param steps at least one, all about this task
 */
public record CompensateTask(TaskId taskId, List<TaskCommand> steps) {

    public CompensateTask {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !steps.stream().allMatch(step -> step.taskId().equals(taskId))) {
            throw new IllegalArgumentException("no steps of " + taskId);
        }
    }
}
