package io.taskledger.command.workspace;

import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceEvent.ListAdded;
import io.taskledger.messages.workspace.WorkspaceEvent.ListMoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRenamed;
import io.taskledger.messages.workspace.WorkspaceRejection.FirstListStays;
import io.taskledger.messages.workspace.WorkspaceRejection.ListNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.TooManyLists;
import io.taskledger.messages.workspace.WorkspaceRules;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Decides about a workspace's lists, for somebody who may change them. */
record Lists(WorkspaceState state) {

    void add(AddList command) {
        if (state.has(command.listId())) {
            return;
        }
        if (state.lists().size() >= WorkspaceRules.LISTS_LIMIT) {
            throw new CommandRejected(new TooManyLists(WorkspaceRules.LISTS_LIMIT));
        }
        apply(new ListAdded(state.workspaceId(), state.subject(), command.listId(), command.name(), command.place()));
    }

    void rename(RenameList command) {
        var before = require(command.listId()).name();
        if (!command.name().equals(before)) {
            apply(new ListRenamed(
                    state.workspaceId(), state.subject(), command.listId(), new Changed<>(before, command.name())));
        }
    }

    void move(MoveList command) {
        var before = require(command.listId()).place();
        if (!command.place().equals(before)) {
            apply(new ListMoved(state.workspaceId(), command.listId(), new Changed<>(before, command.place())));
        }
    }

    void remove(RemoveList command) {
        require(command.listId());
        if (command.listId().equals(ListId.firstOf(state.workspaceId()))) {
            throw new CommandRejected(new FirstListStays(command.listId()));
        }
        apply(new ListRemoved(state.workspaceId(), command.listId()));
    }

    private WorkspaceList require(ListId list) {
        var found = state.lists().get(list);
        if (found == null) {
            throw new CommandRejected(new ListNotFound(list));
        }
        return found;
    }
}
