package io.taskledger.query.activity;

import io.taskledger.messages.account.AccountEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.query.projection.Tables;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Events in, entries of the log out: one for what a person would call one action. It takes whole kinds of events, so that
 * a new one does not compile before it is told.
 */
final class ActivityProjection {

    private final TaskActivity tasks;
    private final AccountActivity accounts;
    private final WorkspaceActivity workspaces;
    private final Notifying notifying;

    ActivityProjection(Tables tables) {
        this.tasks = new TaskActivity(tables);
        this.accounts = new AccountActivity(tables);
        this.workspaces = new WorkspaceActivity(tables);
        this.notifying = new Notifying(tables);
    }

    @EventHandler
    void on(TaskEvent event, DomainEventMessage<?> message, TrackingToken token) {
        var occurrence = Occurrence.of(message, token);
        notifying.on(event, occurrence);
        tasks.on(event, occurrence);
    }

    @EventHandler
    void on(AccountEvent event, DomainEventMessage<?> message, TrackingToken token) {
        notifying.on(event);
        accounts.on(event, Occurrence.of(message, token));
    }

    @EventHandler
    void on(WorkspaceEvent event, DomainEventMessage<?> message, TrackingToken token) {
        var occurrence = Occurrence.of(message, token);
        notifying.on(event, occurrence);
        workspaces.on(event, occurrence);
    }
}
