package io.taskledger.rest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.Via;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.HistoryQuery;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.HistoryQuery.CompareLists;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.OwnActions.OwnAction;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.history.TaskBlame.FieldBlame;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskStatistics;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what is asked about the past with what a test puts there. */
public class PretendPast {

    public static final ActionId ACTION = ActionId.next();
    private static final AsOf AS_OF = new AsOf(PretendHouse.NOW, 42);

    public final List<HistoryQuery> queries = new ArrayList<>();
    public final List<CompensateTask> commands = new ArrayList<>();
    public final List<MetaData> metadata = new ArrayList<>();
    /** One refusal for each of the next commands. */
    public final Deque<Rejection> refusals = new ArrayDeque<>();
    /** What is planned; empty: there is no such action. */
    public List<TaskPlan> plans = List.of();

    public List<TaskStep> steps = List.of();
    public Optional<ActionId> next = Optional.empty();

    public void clear() {
        queries.clear();
        commands.clear();
        metadata.clear();
        refusals.clear();
        plans = List.of();
        steps = List.of();
        next = Optional.empty();
    }

    public static Deed deed(long version) {
        return new Deed(
                "task.edited",
                version,
                version + 40,
                PretendHouse.NOW,
                PretendHouse.ANN,
                "ann",
                Via.BROWSER,
                ACTION.text());
    }

    @CommandHandler
    Receipt handle(CompensateTask command, MetaData with) {
        commands.add(command);
        metadata.add(with);
        if (!refusals.isEmpty()) {
            throw new CommandRejected(refusals.poll());
        }
        return new Receipt(new AtomicLong(77));
    }

    @CommandHandler
    Receipt handle(DoTogether command, MetaData with) {
        if (!refusals.isEmpty()) {
            throw new CommandRejected(refusals.poll());
        }
        for (var part : command.parts()) {
            commands.add(part.task());
            metadata.add(part.version() == null ? with : with.and(MetadataKeys.EXPECTED_VERSION, part.version()));
        }
        return new Receipt(new AtomicLong(77));
    }

    @QueryHandler
    Optional<UndoPlan> answer(PlanUndo query) {
        queries.add(query);
        var page = plans.stream()
                .filter(plan -> query.only() == null || query.only().equals(plan.taskId()))
                .skip(query.skip())
                .limit(query.limit())
                .toList();
        return plans.isEmpty()
                ? Optional.empty()
                : Optional.of(new UndoPlan(query.action(), query.sense(), AS_OF, plans.size(), page));
    }

    @QueryHandler
    Optional<TaskPlan> answer(PlanRestore query) {
        queries.add(query);
        return plans.stream().findFirst();
    }

    @QueryHandler
    Optional<OwnActions> answer(ListOwnActions query) {
        queries.add(query);
        var actions = next.map(id -> new OwnAction(id, PretendHouse.NOW, 41, 3, entry(), false)).stream()
                .toList();
        return Optional.of(new OwnActions(actions, next, Optional.empty()));
    }

    @QueryHandler
    List<TaskStep> answer(ReplayTasks query) {
        queries.add(query);
        return steps.stream()
                .dropWhile(step -> query.after() != null && step.deed().position() <= query.after())
                .limit(query.limit())
                .toList();
    }

    @QueryHandler
    Optional<TaskDiff> answer(CompareTask query) {
        queries.add(query);
        return plans.stream()
                .findFirst()
                .map(plan -> new TaskDiff(query.taskId(), deed(0), deed(1), AS_OF, List.of(change())));
    }

    @QueryHandler
    Optional<TaskBlame> answer(BlameTask query) {
        queries.add(query);
        return plans.stream()
                .findFirst()
                .map(plan -> new TaskBlame(
                        query.taskId(),
                        AS_OF,
                        List.of(new FieldBlame("title", "All ferns", deed(1), "Ferns", deed(0)))));
    }

    @QueryHandler
    Optional<ListDiff> answer(CompareLists query) {
        queries.add(query);
        var entry = new ListDiff.Entry(TaskId.next(), ListDiff.Kind.NEW, "Ferns", List.of(change()));
        return Optional.of(new ListDiff(
                AS_OF,
                AS_OF,
                new ListDiff.Totals(1, 0, 0),
                new Page<>(List.of(entry), 1, query.skip(), query.limit())));
    }

    @QueryHandler
    Optional<TaskStatistics> answer(SumUpTasksAt query) {
        queries.add(query);
        return Optional.of(new TaskStatistics(7, 0, Map.of(), Map.of(), 0, 0, 0));
    }

    public static FieldChange change() {
        return new FieldChange("title", null, "All ferns", "Ferns");
    }

    private static Activity entry() {
        return new Activity(
                "event",
                41,
                PretendHouse.ANN,
                "ann",
                Via.REST,
                "updated",
                "task",
                "task",
                TaskId.next(),
                Map.of("task_title", "Ferns"),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
