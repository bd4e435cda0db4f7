package io.taskledger.command.workspace;

import java.util.Collection;
import java.util.Objects;

import io.taskledger.command.Streams;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRejection.LastAdminOf;
import io.taskledger.messages.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/** Takes those out of workspaces whose accounts go. */
@Component
public final class Departures {

    private final Streams streams;
    private final Workspaces workspaces;

    public Departures(Streams streams, Workspaces workspaces) {
        this.streams = streams;
        this.workspaces = workspaces;
    }

    /**
     * In the unit of work that decides about the account.
     *
     * @param theirs in an order that all share; an account of before there were workspaces may have no personal one yet
     * @throws CommandRejected where others would be left without an admin
     */
    public void leave(UserId member, Collection<WorkspaceId> theirs) {
        var orphans = theirs.stream()
                .flatMap(workspace -> workspaces.find(workspace).stream())
                .filter(workspace -> workspace.leavesOthersWithoutAdmin(member))
                .map(WorkspaceState::name)
                .filter(Objects::nonNull)
                .toList();
        if (!orphans.isEmpty()) {
            throw new CommandRejected(new LastAdminOf(orphans));
        }
        theirs.stream()
                .filter(workspace -> workspaces.find(workspace).isPresent())
                .forEach(workspace -> streams.find(Workspace.class, workspace.text())
                        .ifPresent(found -> found.execute(one -> one.without(member))));
    }
}
