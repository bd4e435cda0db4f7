package io.taskledger.messages.workspace;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a workspace. The actor comes in the metadata. */
public sealed interface WorkspaceCommand
        permits WorkspaceCommand.CreateWorkspace, WorkspaceCommand.RenameWorkspace, ListCommand, MemberCommand {

    WorkspaceId workspaceId();

    /** A team's workspace, whose first admin is the actor, with one list. */
    record CreateWorkspace(@TargetAggregateIdentifier WorkspaceId workspaceId, String name)
            implements WorkspaceCommand {
        public CreateWorkspace {
            name = WorkspaceRules.name(name);
        }
    }

    record RenameWorkspace(@TargetAggregateIdentifier WorkspaceId workspaceId, String name)
            implements WorkspaceCommand {
        public RenameWorkspace {
            name = WorkspaceRules.name(name);
        }
    }
}
