package io.taskledger.messages.task;

import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;

/** Where a task stands: in a list of a workspace, at a place among the list's other tasks. */
public record TaskHome(WorkspaceId workspaceId, ListId listId, Place place) {

    /** The first list of the owner's personal workspace, after what is there already. */
    public static TaskHome inboxOf(UserId owner, TaskId taskId) {
        var personal = WorkspaceId.personalOf(owner);
        return new TaskHome(personal, ListId.firstOf(personal), Place.ofAge(taskId.text()));
    }

    /** Whose key protects the task's texts: the owner's in their own workspace, else the workspace's. */
    public SubjectId subject(UserId owner) {
        return workspaceId.isPersonalOf(owner) ? SubjectId.of(owner) : new SubjectId(workspaceId.text());
    }
}
