package io.taskledger.ui.tryout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Page;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.ChangeMark;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.HistoryQuery.CompareLists;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.MarkChanges;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.history.HistoryRejection.BeforeTheStart;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.FindTasks;
import io.taskledger.messages.task.TaskStatistics;
import org.axonframework.queryhandling.QueryHandler;

/** A past that is told: what was at each moment, and what happened when. */
public class PastInMemory {

    /** Nothing is known of earlier times. */
    public static final Instant START = Instant.parse("2026-11-01T09:00:00Z");

    private final List<TaskDetails> then = new ArrayList<>();
    private final List<TaskDetails> now = new ArrayList<>();
    private final List<TaskStep> steps = new ArrayList<>();

    /** A task that was there once, and was renamed since. */
    public void renamed(TaskDetails before, TaskDetails after, Instant at) {
        then.add(before);
        now.add(after);
        var changes = List.of(new FieldChange("title", null, before.title(), after.title()));
        var deed = new Deed("task.edited", 1, steps.size() + 1, at, Tryout.DEMO, "demo", Via.BROWSER, "a" + at);
        steps.add(new TaskStep(before.taskId(), after.title(), deed, at, changes));
    }

    public void clear() {
        then.clear();
        now.clear();
        steps.clear();
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTasksAt query) {
        return new Page<>(list(query.moment()), then.size(), query.skip(), query.limit());
    }

    @QueryHandler
    List<ChangeMark> handle(MarkChanges query) {
        return steps.stream()
                .map(step -> step.deed().at())
                .filter(at -> query.from() == null || !at.isBefore(query.from()))
                .filter(at -> query.to() == null || !at.isAfter(query.to()))
                .map(at -> new ChangeMark(at, at, 1))
                .toList();
    }

    @QueryHandler
    List<TaskStep> handle(ReplayTasks query) {
        return steps;
    }

    @QueryHandler
    Optional<ListDiff> handle(CompareLists query) {
        var entries = steps.stream()
                .map(step -> new ListDiff.Entry(step.taskId(), ListDiff.Kind.CHANGED, step.title(), step.changes()))
                .toList();
        var asOf = new AsOf(START, 1);
        return Optional.of(new ListDiff(
                asOf, asOf, new ListDiff.Totals(0, 0, entries.size()), new Page<>(entries, entries.size(), 0, 100)));
    }

    @QueryHandler
    Optional<AsOf> handle(FindAsOf query) {
        return Optional.of(new AsOf(START, 1));
    }

    @QueryHandler
    List<TaskDetails> handle(FindTasks query) {
        return now.stream()
                .filter(task -> query.taskIds().contains(task.taskId()))
                .toList();
    }

    @QueryHandler
    Optional<TaskStatistics> handle(SumUpTasksAt query) {
        return Optional.of(new TaskStatistics(list(query.moment()).size(), 0, Map.of(), Map.of(), 0, 0, 0));
    }

    private List<TaskDetails> list(PastMoment moment) {
        if (!(moment instanceof PastMoment.Happened(Instant at))) {
            return then;
        }
        if (at.isBefore(START)) {
            throw new CommandRejected(new BeforeTheStart(moment, new PastMoment.Happened(START)));
        }
        return steps.stream().allMatch(step -> step.deed().at().isAfter(at)) ? then : now;
    }
}
