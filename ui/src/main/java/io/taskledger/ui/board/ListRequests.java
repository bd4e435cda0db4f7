package io.taskledger.ui.board;

import java.util.Optional;
import java.util.function.Supplier;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.workspace.WorkspacesChanged;

/** What the menu of one column asks for. */
final class ListRequests implements ColumnHeader.Asked {

    private final Desk desk;
    private final BoardActions actions;
    private final Supplier<WorkspaceSummary> here;
    private final ListId list;

    /** @param here the workspace as it is then */
    ListRequests(Desk desk, BoardActions actions, Supplier<WorkspaceSummary> here, ListId list) {
        this.desk = desk;
        this.actions = actions;
        this.here = here;
        this.list = list;
    }

    @Override
    public Optional<Rejection> rename(String name) {
        return told(actions.rename(here.get().workspaceId(), list, name));
    }

    @Override
    public void move(Side side) {
        var ids = here.get().lists().stream().map(ListDetails::listId).toList();
        var neighbour = ids.get(ids.indexOf(list) + (side == Side.BEFORE ? -1 : 1));
        told(actions.move(here.get().workspaceId(), list, side, neighbour)).ifPresent(desk::tell);
    }

    @Override
    public void remove() {
        var first = name(ListId.firstOf(here.get().workspaceId()));
        RemoveListDialog.open(
                desk,
                name(list),
                first,
                () -> told(actions.remove(here.get().workspaceId(), list)).ifPresent(desk::tell));
    }

    /** Whatever was done is told to who shows lists in this tab. */
    static Optional<Rejection> told(Optional<Rejection> refused) {
        if (refused.isEmpty()) {
            WorkspacesChanged.tell();
        }
        return refused;
    }

    private String name(ListId wanted) {
        return here.get().lists().stream()
                .filter(one -> one.listId().equals(wanted))
                .findFirst()
                .map(desk.names()::of)
                .orElse("");
    }
}
