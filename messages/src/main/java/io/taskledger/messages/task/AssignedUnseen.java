package io.taskledger.messages.task;

import java.util.List;

/**
 * Tasks that are assigned to people who do not see them.
 *
 * @param upTo the position up to which nobody needs to look again
 */
public record AssignedUnseen(long upTo, List<TaskId> tasks) {

    public AssignedUnseen {
        tasks = List.copyOf(tasks);
    }
}
