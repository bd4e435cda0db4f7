package io.taskledger.command.task;

import java.util.Objects;

import io.taskledger.command.account.AccountNames;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.UnassignWithoutAccess;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskRejection.AssigneeWithoutAccess;
import io.taskledger.messages.task.TaskRejection.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Where a task stands, and whose turn it is. */
final class Whereabouts {

    private final Access access;
    private final Content content;
    private @Nullable UserId assignee;

    Whereabouts(Access access, Content content) {
        this.access = access;
        this.content = content;
    }

    @CommandHandler
    void handle(MoveTask command, Actor actor, Workspaces workspaces) {
        var from = access.home();
        var to = command.home();
        if (!to.workspaceId().equals(from.workspaceId())) {
            transfer(to, actor, workspaces);
            return;
        }
        access.require(actor, Level.PLACE, workspaces);
        if (!to.listId().equals(from.listId())) {
            new Homes(workspaces).requireList(to);
        }
        if (!to.equals(from)) {
            apply(new TaskMoved(access.taskId(), new Changed<>(from, to)));
        }
    }

    @CommandHandler
    void handle(AssignTask command, Actor actor, Workspaces workspaces, AccountNames names) {
        access.require(actor, Level.EDIT, workspaces);
        if (command.username() == null) {
            assign(null);
        } else {
            assign(command.username(), workspaces, names);
        }
    }

    @CommandHandler
    void handle(
            UnassignWithoutAccess command,
            Workspaces workspaces,
            @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        if (actor != null) {
            throw new CommandRejected(new NotFound(access.taskId()));
        }
        unassignWithoutAccess(workspaces);
    }

    @EventSourcingHandler
    void on(TaskAssigned event) {
        assignee = event.assignee().to();
    }

    /** @throws CommandRejected where nobody is called so, or not somebody who sees the task */
    void assign(String username, Workspaces workspaces, AccountNames names) {
        var wanted = names.require(username);
        if (!access.visibleTo(wanted, workspaces)) {
            throw new CommandRejected(new AssigneeWithoutAccess(access.taskId(), username));
        }
        assign(wanted);
    }

    /** After somebody lost their access: what one does not see one cannot do. */
    void unassignWithoutAccess(Workspaces workspaces) {
        if (assignee != null && access.level(assignee, workspaces) == Level.NONE) {
            assign(null);
        }
    }

    private void transfer(TaskHome to, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.ALL, workspaces);
        var subject = new Homes(workspaces).requireRoom(to, actor);
        var fields = content.fields();
        apply(new TaskTransferred(
                access.taskId(),
                subject,
                new Changed<>(access.home(), to),
                fields.title(),
                fields.description(),
                fields.tags()));
        unassignWithoutAccess(workspaces);
    }

    private void assign(@Nullable UserId wanted) {
        if (!Objects.equals(wanted, assignee)) {
            apply(new TaskAssigned(access.taskId(), new Changed<>(assignee, wanted)));
        }
    }
}
