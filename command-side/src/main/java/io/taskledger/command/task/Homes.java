package io.taskledger.command.task;

import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceRejection.ListNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.RoleTooLow;
import io.taskledger.messages.workspace.WorkspaceRejection.WorkspaceNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;

/** Where tasks can be put. */
record Homes(Workspaces workspaces) {

    /**
     * Finds that the actor may put a task there.
     *
     * @return whose key protects the texts of the tasks in that workspace
     */
    SubjectId requireRoom(TaskHome home, Actor actor) {
        var workspace = home.workspaceId();
        if (workspace.isPersonalOf(actor.userId())) {
            requireList(home);
            return SubjectId.of(actor.userId());
        }
        var found = workspaces
                .find(workspace)
                .filter(one -> one.role(actor.userId()).isPresent())
                .orElseThrow(() -> new CommandRejected(new WorkspaceNotFound(workspace)));
        if (found.role(actor.userId())
                .filter(role -> role.includes(WorkspaceRole.EDITOR))
                .isEmpty()) {
            throw new CommandRejected(new RoleTooLow(workspace, WorkspaceRole.EDITOR));
        }
        requireList(home);
        return found.subject();
    }

    /** The first list is there even where a personal workspace was never written to. */
    void requireList(TaskHome home) {
        var known = home.listId().equals(ListId.firstOf(home.workspaceId()))
                || workspaces
                        .find(home.workspaceId())
                        .filter(found -> found.has(home.listId()))
                        .isPresent();
        if (!known) {
            throw new CommandRejected(new ListNotFound(home.listId()));
        }
    }
}
