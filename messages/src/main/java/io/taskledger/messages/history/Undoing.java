package io.taskledger.messages.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import org.jspecify.annotations.Nullable;

/**
 * Carries plans out, whoever asks: all under one action, many tasks in one go, and each for itself where one of them is
 * refused. Where somebody was faster with a task it is planned anew for what is there now.
 */
public final class Undoing {

    private static final int TRIES = 3;
    private static final int TASKS_AT_ONCE = 500;

    private final House house;

    /** Who answers and decides. */
    public interface House {

        Optional<UndoPlan> ask(PlanUndo query);

        Optional<TaskPlan> ask(PlanRestore query);

        /**
         * @param command a {@link CompensateTask} or a {@link DoTogether}
         * @throws CommandRejected where it is refused
         */
        Receipt send(Object command, Map<String, ?> metadata);
    }

    /**
     * What became of it.
     *
     * @param action that was taken back, or done again
     * @param by what did it, as one action
     * @param position that the ledger reached by it, 0 where nothing was done
     */
    public record Outcome(ActionId action, ActionId by, List<OneTask> tasks, long position) {

        public Outcome {
            tasks = List.copyOf(tasks);
        }

        /** To how many tasks something was done. */
        public long done() {
            return tasks.stream().filter(OneTask::done).count();
        }

        /** Whether nothing at all was done for a reason. */
        public boolean refused() {
            return done() == 0
                    && tasks.stream()
                            .anyMatch(task -> task.rejection() != null
                                    || !task.plan().leftOut().isEmpty());
        }
    }

    /**
     * What became of one task.
     *
     * @param plan as it was carried out at last
     * @param rejection why it was refused all the same; null where it was not
     */
    public record OneTask(TaskPlan plan, @Nullable Rejection rejection, long position) {

        public boolean done() {
            return rejection == null && !plan.steps().isEmpty();
        }
    }

    public Undoing(House house) {
        this.house = house;
    }

    /**
     * Empty where there is no such action for who asks.
     *
     * @param force whether what was changed since is put back too
     */
    public Optional<Outcome> carryOut(ActionId action, Sense sense, boolean force) {
        var by = ActionId.next();
        var done = new ArrayList<OneTask>();
        var first = house.ask(new PlanUndo(action, sense, force, null, 0, TASKS_AT_ONCE));
        for (var plan = first; plan.isPresent() && !plan.get().tasks().isEmpty(); ) {
            var metadata = metadata(by, plan.get());
            done.addAll(carryOut(plan.get().tasks(), metadata, again -> {
                var query = new PlanUndo(action, sense, force, again, 0, 1);
                return house.ask(query).flatMap(one -> one.tasks().stream().findFirst());
            }));
            plan = done.size() < plan.get().total()
                    ? house.ask(new PlanUndo(action, sense, force, null, done.size(), TASKS_AT_ONCE))
                    : Optional.empty();
        }
        return first.map(plan -> new Outcome(
                plan.action(),
                by,
                done,
                done.stream().mapToLong(OneTask::position).max().orElse(0)));
    }

    /** Makes a task what it was. Empty where there is no such task or version for who asks. */
    public Optional<OneTask> restore(TaskId task, TaskPoint point) {
        return restore(task, point, ActionId.next());
    }

    /** @param by what it is undone by */
    public Optional<OneTask> restore(TaskId task, TaskPoint point, ActionId by) {
        var query = new PlanRestore(task, point);
        Map<String, Object> metadata = Map.of(MetadataKeys.ACTION_ID, by.text());
        return house.ask(query).map(plan -> carryOut(plan, metadata, _ -> house.ask(query)));
    }

    private static Map<String, Object> metadata(ActionId by, UndoPlan plan) {
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.ACTION_ID, by.text());
        metadata.put(plan.sense().key(), plan.action().text());
        if (plan.total() > 1) {
            metadata.put(MetadataKeys.BULK, "true");
        }
        return metadata;
    }

    private List<OneTask> carryOut(List<TaskPlan> plans, Map<String, Object> metadata, Again again) {
        var done = new ArrayList<OneTask>();
        for (int from = 0; from < plans.size(); from += DoTogether.LIMIT) {
            var some = plans.subList(from, Math.min(plans.size(), from + DoTogether.LIMIT));
            done.addAll(together(some, metadata)
                    .orElseGet(() -> some.stream()
                            .map(plan -> carryOut(plan, metadata, again))
                            .toList()));
        }
        return done;
    }

    /** Empty where that would be no gain, and where one of them is refused or was overtaken. */
    private Optional<List<OneTask>> together(List<TaskPlan> plans, Map<String, Object> metadata) {
        var parts = plans.stream()
                .flatMap(plan -> plan.command().stream().map(task -> new DoTogether.Part(task, plan.version())))
                .toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        try {
            var position = house.send(new DoTogether(parts), metadata).position();
            return Optional.of(plans.stream()
                    .map(plan -> new OneTask(plan, null, plan.steps().isEmpty() ? 0 : position))
                    .toList());
        } catch (CommandRejected oneOfThem) {
            return Optional.empty();
        }
    }

    private OneTask carryOut(TaskPlan first, Map<String, Object> metadata, Again again) {
        var plan = first;
        for (int tries = 1; ; tries++) {
            var command = plan.command();
            if (command.isEmpty()) {
                return new OneTask(plan, null, 0);
            }
            var versioned = new HashMap<>(metadata);
            versioned.put(MetadataKeys.EXPECTED_VERSION, plan.version());
            try {
                return new OneTask(
                        plan, null, house.send(command.get(), versioned).position());
            } catch (CommandRejected rejected) {
                var overtaken = rejected.rejection() instanceof VersionMismatch && tries < TRIES;
                var anew = overtaken ? again.plan(plan.taskId()) : Optional.<TaskPlan>empty();
                if (anew.isEmpty()) {
                    return new OneTask(plan, rejected.rejection(), 0);
                }
                plan = anew.get();
            }
        }
    }

    @FunctionalInterface
    private interface Again {
        Optional<TaskPlan> plan(TaskId task);
    }
}
