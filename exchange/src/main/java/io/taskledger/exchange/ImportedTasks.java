package io.taskledger.exchange;

import java.util.List;

/**
 * All that one file holds, and what of it could not be kept.
 *
 * @param sourceId the other product's id of the whole (a board's): the same in every export of it
 * @param name what the other product called the whole; may be empty
 * @param workspaceName of the workspace that the whole becomes: 1 to {@value ImportedList#NAME_LIMIT} characters, trimmed
 * @param lists the whole's, in their order; at most {@value io.taskledger.messages.workspace.WorkspaceRules#LISTS_LIMIT}
 * @param tasks list by list, in each in their order
 */
public record ImportedTasks(
        String sourceId,
        String name,
        String workspaceName,
        List<ImportedList> lists,
        List<ImportedTask> tasks,
        Dropped dropped) {

    public ImportedTasks {
        lists = List.copyOf(lists);
        tasks = List.copyOf(tasks);
    }
}
