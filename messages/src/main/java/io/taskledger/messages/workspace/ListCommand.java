package io.taskledger.messages.workspace;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a workspace's lists. */
public sealed interface ListCommand extends WorkspaceCommand {

    ListId listId();

    record AddList(@TargetAggregateIdentifier WorkspaceId workspaceId, ListId listId, String name, Place place)
            implements ListCommand {
        public AddList {
            name = WorkspaceRules.name(name);
        }
    }

    record RenameList(@TargetAggregateIdentifier WorkspaceId workspaceId, ListId listId, String name)
            implements ListCommand {
        public RenameList {
            name = WorkspaceRules.name(name);
        }
    }

    record MoveList(@TargetAggregateIdentifier WorkspaceId workspaceId, ListId listId, Place place)
            implements ListCommand {}

    /** Tasks that still stand in it are shown in the workspace's first list from then on. */
    record RemoveList(@TargetAggregateIdentifier WorkspaceId workspaceId, ListId listId) implements ListCommand {}
}
