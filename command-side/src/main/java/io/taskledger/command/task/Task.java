package io.taskledger.command.task;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** One task: decides what may happen to it. */
// Fields are assigned where events are applied, never in a constructor.
@SuppressWarnings("NullAway.Init")
@Aggregate(type = "task", cache = "aggregateCache")
class Task {

    @AggregateIdentifier
    private TaskId taskId;

    private UserId owner;
    private TaskFields fields;
    private boolean completed;
    private boolean deleted;

    @CommandHandler
    Task(CreateTask command, Actor actor) {
        apply(new TaskCreated(
                command.taskId(),
                actor.userId(),
                command.title(),
                command.description(),
                command.priority(),
                command.dueDate(),
                command.dueTime(),
                command.tags()));
        if (command.completed()) {
            apply(new TaskCompleted(command.taskId()));
        }
    }

    @CommandHandler
    void handle(EditTask command, Actor actor) {
        requireEdit(actor);
        var event = fields.edited(taskId, SubjectId.of(owner), command.edit());
        if (event != null) {
            apply(event);
        }
        var done = command.edit().completed();
        if (done != null) {
            setCompleted(done.value());
        }
    }

    @CommandHandler
    void handle(CompleteTask command, Actor actor) {
        requireEdit(actor);
        setCompleted(true);
    }

    @CommandHandler
    void handle(ReopenTask command, Actor actor) {
        requireEdit(actor);
        setCompleted(false);
    }

    @CommandHandler
    void handle(DeleteTask command, Actor actor) {
        requireEdit(actor);
        apply(new TaskDeleted(taskId));
    }

    @EventSourcingHandler
    void on(TaskCreated event) {
        taskId = event.taskId();
        owner = event.owner();
        fields = TaskFields.of(event);
    }

    @EventSourcingHandler
    void on(TaskEdited event) {
        fields = fields.after(event);
    }

    @EventSourcingHandler
    void on(TaskCompleted event) {
        completed = true;
    }

    @EventSourcingHandler
    void on(TaskReopened event) {
        completed = false;
    }

    @EventSourcingHandler
    void on(TaskDeleted event) {
        deleted = true;
    }

    /** Asking for what holds already is not an error, and nothing happens. */
    private void setCompleted(boolean wanted) {
        if (wanted != completed) {
            apply(wanted ? new TaskCompleted(taskId) : new TaskReopened(taskId));
        }
    }

    private void requireEdit(Actor actor) {
        if (deleted || !actor.userId().equals(owner)) {
            throw new CommandRejected(new TaskRejection.NotFound(taskId));
        }
    }

    /** Axon makes the instance that it replays events into. */
    Task() {}
}
