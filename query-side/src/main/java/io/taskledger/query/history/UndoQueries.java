package io.taskledger.query.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.HistoryRejection.NotOfTasks;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskPlan.LeftOut;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.query.activity.Actions;
import io.taskledger.query.activity.Actions.Touched;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Plans what takes actions back, and tasks to what they were. */
@Component
class UndoQueries {

    private final Actions actions;
    private final PastReaders readers;
    private final Pasts pasts;
    private final TaskPoints points;
    private final Deeds deeds;
    private final Moments moments;

    UndoQueries(Actions actions, PastReaders readers, Pasts pasts, TaskPoints points, Deeds deeds, Moments moments) {
        this.actions = actions;
        this.readers = readers;
        this.pasts = pasts;
        this.points = points;
        this.deeds = deeds;
        this.moments = moments;
    }

    @QueryHandler
    Optional<UndoPlan> handle(PlanUndo query, Actor actor) {
        var meant = actions.meantBy(query.action());
        if (meant.isEmpty() && actions.isDoneBy(actor.userId().text(), query.action())) {
            throw new CommandRejected(new NotOfTasks(query.action()));
        }
        return meant.flatMap(action -> plan(action, query, actor));
    }

    @QueryHandler
    Optional<TaskPlan> handle(PlanRestore query, Actor actor) {
        var level = readers.levels(actor, List.of(query.taskId().text()))
                .get(query.taskId().text());
        if (level == null) {
            return Optional.empty();
        }
        return points.of(query.taskId(), query.point()).map(then -> {
            var now = pasts.of(query.taskId().text(), null);
            var names = pasts.people(List.of(now, then));
            return new Compensation(query.taskId(), now, actor, level, names, deeds).restore(then);
        });
    }

    private Optional<UndoPlan> plan(ActionId action, PlanUndo query, Actor actor) {
        var touched = actions.tasksOf(action, actor.userId().text()).stream()
                .filter(task -> query.only() == null || query.only().text().equals(task.task()))
                .toList();
        var levels = readers.levels(actor, touched.stream().map(Touched::task).toList());
        var known = touched.stream()
                .filter(task -> task.own() || levels.containsKey(task.task()))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var page = known.stream().skip(query.skip()).limit(query.limit()).toList();
        var asOf = moments.now();
        return Optional.of(
                new UndoPlan(action, query.sense(), asOf, known.size(), plans(page, levels, action, query, actor)));
    }

    private List<TaskPlan> plans(
            List<Touched> page, Map<String, TaskLevel> levels, ActionId action, PlanUndo query, Actor actor) {
        var read = new LinkedHashMap<String, TaskPast>();
        page.stream()
                .filter(task -> levels.containsKey(task.task()))
                .forEach(task -> read.put(task.task(), pasts.of(task.task(), action)));
        var names = pasts.people(read.values());
        return page.stream()
                .map(task -> {
                    var id = new TaskId(task.task());
                    var level = levels.get(task.task());
                    var past = read.get(task.task());
                    return level == null || past == null
                            ? notThere(id)
                            : new Compensation(id, past, actor, level, names, deeds)
                                    .undo(query.sense() == Sense.REDO, query.force());
                })
                .toList();
    }

    /** One's own action still, but not one's task any more, or nobody's. */
    private static TaskPlan notThere(TaskId task) {
        return new TaskPlan(task, null, 0, List.of(), List.of(new LeftOut(null, WhyNot.NOT_THERE, null)), List.of());
    }
}
