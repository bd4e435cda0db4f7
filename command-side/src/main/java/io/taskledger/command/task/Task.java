package io.taskledger.command.task;

import java.time.Instant;

import io.taskledger.command.ToldStream;
import io.taskledger.command.account.AccountNames;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.NotInTrash;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/**
 * One task: decides whether it is there, for whom, and in which version. What may happen to a part of it, that part
 * decides: each takes its own commands and events.
 */
// Fields are assigned where events are applied, never in a constructor; only Axon reads the members.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
@Aggregate(type = "task", cache = "aggregateCache")
class Task {

    @AggregateIdentifier
    private TaskId taskId;

    @AggregateMember
    private final ToldStream told = new ToldStream();

    @AggregateMember
    private final Access access = new Access();

    @AggregateMember
    private final Content content = new Content(access);

    @AggregateMember
    private final Whereabouts whereabouts = new Whereabouts(access, content);

    @AggregateMember
    private final Shares shares = new Shares(access, whereabouts);

    @AggregateMember
    private final Comments comments = new Comments(access);

    @AggregateMember
    private final Files files = new Files(access);

    @AggregateMember
    private final Reminders reminders = new Reminders(access, content);

    @AggregateMember
    private final VersionNames versionNames = new VersionNames(access);

    @CommandHandler
    Task(CreateTask command, Actor actor, Workspaces workspaces, AccountNames names) {
        if (command.home() != null) {
            new Homes(workspaces).requireRoom(command.home(), actor);
        }
        var whenCreated = apply(new TaskCreated(
                command.taskId(),
                actor.userId(),
                command.home(),
                command.title(),
                command.description(),
                command.priority(),
                command.dueDate(),
                command.dueTime(),
                command.tags()));
        if (command.completed()) {
            apply(new TaskCompleted(command.taskId()));
        }
        var assignee = command.assignee();
        if (assignee != null) {
            // Who sees it is known once it is somewhere.
            whenCreated.andThen(() -> whereabouts.assign(assignee, workspaces, names));
        }
    }

    /** After the question whether the actor may know of the task: a version would tell that it exists. */
    @CommandHandlerInterceptor
    void requireVersion(
            TaskCommand command,
            Actor actor,
            Workspaces workspaces,
            @MetaDataValue(value = MetadataKeys.EXPECTED_VERSION, required = true) Long expected) {
        var known = (command instanceof RestoreTask || command instanceof PurgeTask)
                ? access.recoverableBy(actor.userId(), workspaces)
                : access.visibleTo(actor.userId(), workspaces);
        if (known && !expected.equals(getVersion())) {
            throw new CommandRejected(new VersionMismatch(taskId, expected, getVersion()));
        }
    }

    @CommandHandlerInterceptor
    void requirePast(
            TaskCommand command,
            @MetaDataValue(value = MetadataKeys.HAPPENED_AT, required = true) String at,
            @MetaDataValue(MetadataKeys.ACTION_ID) String action) {
        told.require(Instant.parse(at), action);
    }

    @CommandHandler
    void handle(DeleteTask command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.ALL, workspaces);
        apply(new TaskDeleted(taskId));
    }

    @CommandHandler
    void handle(RestoreTask command, Actor actor, Workspaces workspaces) {
        access.requireTrash(actor, workspaces);
        if (access.inTrash()) {
            apply(new TaskRestored(taskId));
            whereabouts.unassignWithoutAccess(workspaces);
        }
    }

    @CommandHandler
    void handle(PurgeTask command, Actor actor, Workspaces workspaces) {
        access.requireTrash(actor, workspaces);
        if (!access.inTrash()) {
            throw new CommandRejected(new NotInTrash(taskId));
        }
        apply(new TaskPurged(taskId));
    }

    /** For who edits many tasks at once. */
    boolean visibleTo(UserId person, Workspaces workspaces) {
        return access.visibleTo(person, workspaces);
    }

    /** For who edits many tasks at once. */
    void edit(TaskEdit edit, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        content.edit(edit);
    }

    @EventSourcingHandler
    void on(TaskCreated event) {
        taskId = event.taskId();
    }

    /** Axon makes the instance that it replays events into. */
    Task() {}
}
