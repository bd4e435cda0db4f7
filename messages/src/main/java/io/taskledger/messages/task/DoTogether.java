package io.taskledger.messages.task;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What several tasks need, all of it or nothing, in one transaction: far quicker than one a task. Where it is refused, who
 * wants each task for itself sends the parts one by one.
 *
 * @param parts 1 to {@value #LIMIT}, each about another task
 */
public record DoTogether(List<Part> parts) {

    public static final int LIMIT = 100;

    /** @param version sequence number of the task's last event for which the steps were planned; null for any */
    public record Part(CompensateTask task, @Nullable Long version) {}

    public DoTogether {
        parts = List.copyOf(parts);
        var tasks = parts.stream().map(part -> part.task().taskId()).distinct().count();
        if (parts.isEmpty() || parts.size() > LIMIT || tasks < parts.size()) {
            throw new IllegalArgumentException(parts.size() + " parts of " + tasks + " tasks");
        }
    }
}
