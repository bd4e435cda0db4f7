package io.taskledger.exchange;

import java.util.List;

/**
 * All that one file holds, and what of it could not be kept.
 *
 * @param sourceId the other product's id of the whole (a board's): the same in every export of it
 * @param name what the other product called the whole; may be empty
 * @param tasks in the order in which they should be created
 */
public record ImportedTasks(String sourceId, String name, List<ImportedTask> tasks, Dropped dropped) {

    public ImportedTasks {
        tasks = List.copyOf(tasks);
    }
}
