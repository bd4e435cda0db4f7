package io.taskledger.messages.history;

import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;

/** What is replayed. A task that came into a list or workspace, or left it, did so in a step of that. */
public sealed interface StepsOf {

    record Task(TaskId taskId) implements StepsOf {}

    record OneList(ListId list) implements StepsOf {}

    record Workspace(WorkspaceId workspace) implements StepsOf {}

    /** All tasks of the actor's own. */
    record OwnTasks() implements StepsOf {}

    /** All tasks that were ever the actor's to do. */
    record AssignedToActor() implements StepsOf {}

    /** All tasks of others while they were shared. */
    record SharedWithActor() implements StepsOf {}
}
