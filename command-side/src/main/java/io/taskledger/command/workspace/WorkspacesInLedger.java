package io.taskledger.command.workspace;

import java.util.Optional;

import io.taskledger.ledger.command.FoldedStreams;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Workspaces as the ledger has them, read without keeping anybody else from writing or reading them. */
@Component
public final class WorkspacesInLedger implements Workspaces {

    private static final long KEPT = 10_000;

    private final FoldedStreams<WorkspaceState> streams;

    public WorkspacesInLedger(EventStorageEngine ledger) {
        streams = new FoldedStreams<>(ledger, WorkspacesInLedger::after, KEPT);
    }

    @Override
    public Optional<WorkspaceState> find(WorkspaceId workspace) {
        return streams.find(workspace.text());
    }

    private static WorkspaceState after(@Nullable WorkspaceState state, Object event) {
        return state == null ? WorkspaceState.of((WorkspaceCreated) event) : state.after((WorkspaceEvent) event);
    }
}
