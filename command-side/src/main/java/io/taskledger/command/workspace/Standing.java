package io.taskledger.command.workspace;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.workspace.WorkspaceRejection.PersonalStaysPersonal;
import io.taskledger.messages.workspace.WorkspaceRejection.RoleTooLow;
import io.taskledger.messages.workspace.WorkspaceRejection.WorkspaceNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;

/** What somebody may do in a workspace. */
record Standing(WorkspaceState state) {

    /** @throws CommandRejected for who is no member, as if there were no such workspace; for who has a lower role */
    Standing require(Actor actor, WorkspaceRole needed) {
        var role = state.role(actor.userId())
                .orElseThrow(() -> new CommandRejected(new WorkspaceNotFound(state.workspaceId())));
        if (!role.includes(needed)) {
            throw new CommandRejected(new RoleTooLow(state.workspaceId(), needed));
        }
        return this;
    }

    /** @throws CommandRejected for the owner of a personal workspace; to all others there is none */
    Standing teamOf(Actor actor) {
        if (state.personal()) {
            require(actor, WorkspaceRole.ADMIN);
            throw new CommandRejected(new PersonalStaysPersonal(state.workspaceId()));
        }
        return this;
    }
}
