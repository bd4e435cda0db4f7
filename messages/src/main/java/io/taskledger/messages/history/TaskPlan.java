package io.taskledger.messages.history;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What would be done to one task to put it back.
 *
 * @param title as it is now; null where it is not shown to who asks any more
 * @param version the sequence number of the task's last event, which the plan was made for
 * @param changes what will be otherwise than now; empty where all is so already, or nothing can be done
 * @param leftOut what stays, and why
 * @param steps how
 */
public record TaskPlan(
        TaskId taskId,
        @Nullable String title,
        long version,
        List<FieldChange> changes,
        List<LeftOut> leftOut,
        List<TaskCommand> steps) {

    public TaskPlan {
        changes = List.copyOf(changes);
        leftOut = List.copyOf(leftOut);
        steps = List.copyOf(steps);
    }

    /** To be sent with {@link io.taskledger.messages.MetadataKeys#EXPECTED_VERSION}; empty where nothing is to be done. */
    public Optional<CompensateTask> command() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new CompensateTask(taskId, steps));
    }

    /**
     * Something that is not put back.
     *
     * @param field as in {@link FieldChange}; null for the task as a whole
     * @param later what happened to it since; null where that is not the reason
     */
    public record LeftOut(
            @Nullable String field, WhyNot why, @Nullable Deed later) {}
}
