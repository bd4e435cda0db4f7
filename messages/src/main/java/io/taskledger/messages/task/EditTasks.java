package io.taskledger.messages.task;

import java.util.List;

import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;

/**
 * The same edit for many tasks, all of them or none. Answered as one: where a task is missing or may not be edited, the
 * whole is refused.
 *
 * @param taskIds 1 to 1,000; repeated ones count once
 */
public record EditTasks(List<TaskId> taskIds, TaskEdit edit) {

    public static final int LIMIT = 1_000;

    public EditTasks {
        taskIds = taskIds.stream().distinct().toList();
        new FieldRules()
                .must(!taskIds.isEmpty(), "task_ids", Kind.MISSING, 1)
                .atMost("task_ids", taskIds.size(), LIMIT)
                .enforce();
    }
}
