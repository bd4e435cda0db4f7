package io.taskledger.automation.demo;

import java.time.Clock;
import java.time.LocalDate;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/**
 * Makes the demo account's sample tasks. Each is there once at every start of the product, whatever a visitor did: what
 * was deleted comes back, what was changed stays, what visitors made themselves is theirs.
 */
public final class DemoBoard {

    private final CommandGateway commands;
    private final Clock clock;

    public DemoBoard(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Acts as whoever acts on this thread, who must be the demo account. */
    public void makeReady() {
        var today = LocalDate.now(clock);
        SampleTasks.all(today).forEach(this::makeReady);
    }

    private void makeReady(SampleTask sample) {
        // A deleted task's id is spent: the next life of the sample has the next id.
        var life = 0;
        while (!isThere(sample, life)) {
            life++;
        }
    }

    private boolean isThere(SampleTask sample, int life) {
        var id = TaskId.derived(sample.order(), "demo board " + sample.name() + " " + life);
        try {
            commands.sendAndWait(sample.creation(id));
            sample.later(id).forEach(this::send);
            return true;
        } catch (AggregateStreamCreationException madeBefore) {
            return isAlive(id);
        }
    }

    /** Asks the task itself: the read models may still be on their way. */
    private boolean isAlive(TaskId id) {
        try {
            send(new EditTask(id, TaskEdit.nothing()));
            return true;
        } catch (CommandRejected deleted) {
            return false;
        }
    }

    private void send(TaskCommand command) {
        commands.sendAndWait(command);
    }
}
