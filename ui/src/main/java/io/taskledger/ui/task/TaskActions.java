package io.taskledger.ui.task;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.Undoing;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.words.LostRace;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** What a person can do with tasks, and take back. */
@Component
class TaskActions {

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final Undoing undoing = new Undoing(new House());

    TaskActions(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /**
     * What became of something that was asked for.
     *
     * @param action what it is undone by
     * @param refused why; empty once it is done
     */
    record Written(ActionId action, Optional<Rejection> refused) {}

    Written create(Supplier<TaskCommand.CreateTask> task) {
        return send(task::get);
    }

    Written edit(TaskId task, UnaryOperator<TaskEdit> edit) {
        return send(() -> new TaskCommand.EditTask(task, edit.apply(TaskEdit.nothing())));
    }

    Written complete(TaskId task) {
        return send(() -> new TaskCommand.CompleteTask(task));
    }

    Written reopen(TaskId task) {
        return send(() -> new TaskCommand.ReopenTask(task));
    }

    Written delete(TaskId task) {
        return send(() -> new TaskCommand.DeleteTask(task));
    }

    /** Empty where there is no such action any more. */
    Optional<Undoing.Outcome> takeBack(ActionId action, Sense sense, boolean force) {
        return undoing.carryOut(action, sense, force);
    }

    OwnActions own() {
        return find(new ListOwnActions(), OwnActions.class).orElseThrow();
    }

    /** Commands refuse bad fields when they are made: so they are made here, where a refusal is an answer. */
    private Written send(Supplier<TaskCommand> command) {
        var action = ActionId.next();
        try {
            commands.<Object>sendAndWait(GenericCommandMessage.asCommandMessage(command.get())
                    .andMetaData(Map.of(MetadataKeys.ACTION_ID, action.text())));
            return new Written(action, Optional.empty());
        } catch (CommandRejected rejected) {
            return new Written(action, Optional.of(rejected.rejection()));
        } catch (ConcurrencyException overtaken) {
            return new Written(action, Optional.of(new LostRace()));
        }
    }

    private <T> Optional<T> find(Object query, Class<T> answer) {
        return queries.query(query, ResponseTypes.optionalInstanceOf(answer)).join();
    }

    private final class House implements Undoing.House {

        @Override
        public Optional<UndoPlan> ask(PlanUndo query) {
            return find(query, UndoPlan.class);
        }

        @Override
        public Optional<TaskPlan> ask(PlanRestore query) {
            return find(query, TaskPlan.class);
        }

        @Override
        public Receipt send(CompensateTask command, Map<String, ?> metadata) {
            return commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).andMetaData(metadata));
        }
    }
}
