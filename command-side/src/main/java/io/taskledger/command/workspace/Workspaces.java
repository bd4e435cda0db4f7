package io.taskledger.command.workspace;

import java.util.Optional;

import io.taskledger.messages.workspace.WorkspaceId;

/** What decisions about other things ask of workspaces. */
@FunctionalInterface
public interface Workspaces {

    /** Empty where there is none; a personal one may have none yet. */
    Optional<WorkspaceState> find(WorkspaceId workspace);
}
