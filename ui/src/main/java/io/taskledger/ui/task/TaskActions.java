package io.taskledger.ui.task;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.words.LostRace;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** What a person can do with tasks. Each answers why it was refused, or nothing once it is done. */
@Component
public class TaskActions {

    private final CommandGateway gateway;

    TaskActions(CommandGateway gateway) {
        this.gateway = gateway;
    }

    public Optional<Rejection> create(Supplier<TaskCommand.CreateTask> task) {
        return send(task);
    }

    Optional<Rejection> edit(TaskId task, UnaryOperator<TaskEdit> edit) {
        return send(() -> new TaskCommand.EditTask(task, edit.apply(TaskEdit.nothing())));
    }

    public Optional<Rejection> complete(TaskId task) {
        return send(() -> new TaskCommand.CompleteTask(task));
    }

    public Optional<Rejection> reopen(TaskId task) {
        return send(() -> new TaskCommand.ReopenTask(task));
    }

    Optional<Rejection> delete(TaskId task) {
        return send(() -> new TaskCommand.DeleteTask(task));
    }

    /** Anything else that can be asked of a task. Commands refuse bad fields when they are made: so they are made here, where a refusal is an answer. */
    public Optional<Rejection> send(Supplier<? extends TaskCommand> command) {
        try {
            gateway.sendAndWait(command.get());
            return Optional.empty();
        } catch (CommandRejected rejected) {
            return Optional.of(rejected.rejection());
        } catch (ConcurrencyException overtaken) {
            return Optional.of(new LostRace());
        }
    }
}
