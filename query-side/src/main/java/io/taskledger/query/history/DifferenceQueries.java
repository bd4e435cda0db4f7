package io.taskledger.query.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.Undoable;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What differs between versions of a task, and who set what. */
@Component
class DifferenceQueries {

    private final PastReaders readers;
    private final TaskPoints points;
    private final Pasts pasts;
    private final Deeds deeds;
    private final Moments moments;

    DifferenceQueries(PastReaders readers, TaskPoints points, Pasts pasts, Deeds deeds, Moments moments) {
        this.readers = readers;
        this.points = points;
        this.pasts = pasts;
        this.deeds = deeds;
        this.moments = moments;
    }

    @QueryHandler
    Optional<TaskDiff> handle(CompareTask query, Actor actor) {
        if (!isTold(query.taskId(), actor)) {
            return Optional.empty();
        }
        var asOf = moments.now();
        return points.of(query.taskId(), query.from())
                .flatMap(from -> points.of(query.taskId(), query.to()).map(to -> {
                    var names = pasts.people(List.of(from, to));
                    var told = deeds.of(List.of(from.last(), to.last()), names);
                    return new TaskDiff(
                            query.taskId(),
                            told.apply(from.last()),
                            told.apply(to.last()),
                            asOf,
                            new FieldTelling(names).difference(itself(from), itself(to)));
                }));
    }

    @QueryHandler
    Optional<TaskBlame> handle(BlameTask query, Actor actor) {
        if (!isTold(query.taskId(), actor)) {
            return Optional.empty();
        }
        var asOf = moments.now();
        var names = pasts.people(List.of(pasts.of(query.taskId().text(), null)));
        var blame = new Blame(new FieldTelling(names));
        pasts.read(query.taskId().text(), blame::follow);
        return Optional.of(new TaskBlame(query.taskId(), asOf, blame.told(deeds.of(blame.deeds(), names))));
    }

    /** What versions are called says nothing of what the task was. */
    private static Map<Undoable, @Nullable Object> itself(TaskPast past) {
        var parts = new LinkedHashMap<Undoable, @Nullable Object>(past.parts());
        parts.keySet().removeIf(Undoable.VersionName.class::isInstance);
        return parts;
    }

    private boolean isTold(TaskId task, Actor actor) {
        return readers.levels(actor, List.of(task.text())).containsKey(task.text());
    }
}
