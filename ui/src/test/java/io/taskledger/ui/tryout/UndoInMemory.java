package io.taskledger.ui.tryout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.OwnActions.OwnAction;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskPlan.LeftOut;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Takes back what was done to tasks in memory: whether one is done, and whether it is there. */
public class UndoInMemory {

    private static final AsOf AS_OF = new AsOf(Instant.EPOCH, 1);

    private final TasksInMemory tasks;
    private final List<Done> actions = new ArrayList<>();
    private final Map<TaskId, TaskDetails> deleted = new HashMap<>();
    /** Whether somebody else changed everything since. */
    public boolean overtaken;

    private static final class Done {
        final ActionId id;
        final TaskId task;
        boolean undone;

        Done(ActionId id, TaskId task) {
            this.id = id;
            this.task = task;
        }
    }

    UndoInMemory(TasksInMemory tasks) {
        this.tasks = tasks;
    }

    /** Before it is handled. */
    void note(CommandMessage<?> message) {
        if (message.getPayload() instanceof TaskCommand command
                && message.getMetaData().get(MetadataKeys.ACTION_ID) instanceof String action) {
            actions.add(new Done(ActionId.parse(action).orElseThrow(), command.taskId()));
            tasks.find(command.taskId()).ifPresent(task -> deleted.put(command.taskId(), task));
        }
    }

    @CommandHandler
    Receipt handle(CompensateTask command, MetaData metadata) {
        command.steps().forEach(step -> {
            switch (step) {
                case TaskCommand.CompleteTask complete -> tasks.handle(complete);
                case TaskCommand.ReopenTask reopen -> tasks.handle(reopen);
                case TaskCommand.DeleteTask delete -> tasks.handle(delete);
                default -> tasks.putBack(deleted.get(command.taskId()));
            }
        });
        actions.stream()
                .filter(action -> action.id.text().equals(metadata.get(MetadataKeys.UNDOES)))
                .forEach(action -> action.undone = true);
        actions.stream()
                .filter(action -> action.id.text().equals(metadata.get(MetadataKeys.REDOES)))
                .forEach(action -> action.undone = false);
        return new Receipt(new AtomicLong(1));
    }

    @QueryHandler
    Optional<UndoPlan> handle(PlanUndo query) {
        return actions.stream()
                .filter(action -> action.id.equals(query.action()))
                .findFirst()
                .map(action -> new UndoPlan(
                        action.id, query.sense(), AS_OF, 1, List.of(plan(action, query.sense(), query.force()))));
    }

    @QueryHandler
    Optional<OwnActions> handle(ListOwnActions query) {
        var all = actions.reversed();
        return Optional.of(new OwnActions(
                all.stream().map(UndoInMemory::told).toList(),
                all.stream().filter(one -> !one.undone).map(one -> one.id).findFirst(),
                actions.stream().filter(one -> one.undone).map(one -> one.id).findFirst()));
    }

    private TaskPlan plan(Done action, Sense sense, boolean force) {
        if (overtaken && !force) {
            var left = new LeftOut("completed", WhyNot.CHANGED_SINCE, null);
            return new TaskPlan(action.task, "?", 0, List.of(), List.of(left), List.of());
        }
        var steps = (sense == Sense.UNDO) == action.undone ? List.<TaskCommand>of() : List.of(step(action.task));
        return new TaskPlan(action.task, "?", 0, List.of(), List.of(), steps);
    }

    /** The other way round than it is. */
    private TaskCommand step(TaskId task) {
        return tasks.find(task)
                .<TaskCommand>map(
                        now -> now.completed() ? new TaskCommand.ReopenTask(task) : new TaskCommand.CompleteTask(task))
                .orElseGet(() -> new TaskCommand.RestoreTask(task));
    }

    private static OwnAction told(Done action) {
        var entry = new Activity(
                "",
                1,
                Tryout.DEMO,
                "demo",
                null,
                "updated",
                "task",
                "",
                action.task,
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH);
        return new OwnAction(action.id, Instant.EPOCH, 1, 1, entry, action.undone);
    }

    public void clear() {
        actions.clear();
        deleted.clear();
        overtaken = false;
    }
}
