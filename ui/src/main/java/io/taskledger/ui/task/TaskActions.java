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
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.Undoing;
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
public class TaskActions {

    /** So many tasks of an action are looked at before it is taken back. */
    private static final int PLANNED = 1_000;

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
    public record Written(ActionId action, Optional<Rejection> refused) {}

    public Written create(Supplier<TaskCommand.CreateTask> task) {
        return write(task);
    }

    Written edit(TaskId task, UnaryOperator<TaskEdit> edit) {
        return write(() -> new TaskCommand.EditTask(task, edit.apply(TaskEdit.nothing())));
    }

    /** @param version that it is in; in another one it is refused */
    Written edit(TaskId task, long version, UnaryOperator<TaskEdit> edit) {
        return write(
                () -> new TaskCommand.EditTask(task, edit.apply(TaskEdit.nothing())),
                Map.of(MetadataKeys.EXPECTED_VERSION, version));
    }

    public Written complete(TaskId task) {
        return write(() -> new TaskCommand.CompleteTask(task));
    }

    public Written reopen(TaskId task) {
        return write(() -> new TaskCommand.ReopenTask(task));
    }

    Written delete(TaskId task) {
        return write(() -> new TaskCommand.DeleteTask(task));
    }

    /** Makes it again what it was in that version. */
    Written restore(TaskId task, long version) {
        var by = ActionId.next();
        var outcome = undoing.restore(task, new TaskPoint.Version(version), by);
        return new Written(by, outcome.map(Undoing.OneTask::rejection));
    }

    /** What taking it back would do, as things stand; empty where there is no such action any more. */
    Optional<UndoPlan> plan(ActionId action, Sense sense) {
        return find(new PlanUndo(action, sense, false, null, 0, PLANNED), UndoPlan.class);
    }

    /** Empty where there is no such action any more. */
    Optional<Undoing.Outcome> takeBack(ActionId action, Sense sense, boolean force) {
        return undoing.carryOut(action, sense, force);
    }

    /**
     * Makes a task what it was. Empty where there is no such task, or it was not there then.
     *
     * @param by what it is undone by
     */
    Optional<Undoing.OneTask> restore(TaskId task, TaskPoint point, ActionId by) {
        return undoing.restore(task, point, by);
    }

    public OwnActions own() {
        return find(new ListOwnActions(), OwnActions.class).orElseThrow();
    }

    /** Anything else that can be asked of a task: why it was refused, or nothing once it is done. */
    public Optional<Rejection> send(Supplier<? extends TaskCommand> command) {
        return write(command).refused();
    }

    /** Commands refuse bad fields when they are made: so they are made here, where a refusal is an answer. */
    public Written write(Supplier<? extends TaskCommand> command) {
        return write(command, Map.of());
    }

    private Written write(Supplier<? extends TaskCommand> command, Map<String, ?> metadata) {
        var action = ActionId.next();
        try {
            commands.<Object>sendAndWait(GenericCommandMessage.asCommandMessage(command.get())
                    .andMetaData(metadata)
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
        public Receipt send(Object command, Map<String, ?> metadata) {
            return commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).andMetaData(metadata));
        }
    }
}
