package io.taskledger.query.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.workspace.Place;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Where a task would stand among the others of a list. Whether it may stand there the command side decides. */
@Component
class PlaceQueries {

    private final TaskReading tasks;
    private final TaskScopes scopes;
    private final ShownList shown;
    private final Answering answering;

    PlaceQueries(TaskReading tasks, TaskScopes scopes, ShownList shown, Answering answering) {
        this.tasks = tasks;
        this.scopes = scopes;
        this.shown = shown;
        this.answering = answering;
    }

    @QueryHandler
    Optional<TaskHome> handle(FindPlace query, Actor actor) {
        return answering
                .with(() -> {
                    var scope = scopes.of(actor);
                    return place(query, () -> others(query, scope));
                })
                .map(place -> new TaskHome(query.workspace(), query.list(), place));
    }

    private Optional<Place> place(FindPlace query, Supplier<Conditions> others) {
        if (query.neighbour() == null) {
            return atTheEnd(others);
        }
        var neighbour = first(others.get().and(TaskScope.called(List.of(query.neighbour()))), false);
        return neighbour.flatMap(place -> query.before()
                ? Place.between(first(others.get().and("t.place < :place", "place", place.text()), true), neighbour)
                : Place.between(neighbour, first(others.get().and("t.place > :place", "place", place.text()), false)));
    }

    /** As if it had come into being just now, so that what does so later comes after it; behind what was put farther. */
    private Optional<Place> atTheEnd(Supplier<Conditions> others) {
        var youngest = Place.ofAge(TaskId.next().text());
        return first(others.get(), true)
                .filter(last -> last.compareTo(youngest) >= 0)
                .map(last -> Place.between(Optional.of(last), Optional.empty()))
                .orElse(Optional.of(youngest));
    }

    private Optional<Place> first(Conditions wanted, boolean last) {
        return tasks.first(wanted, new SortKey("place", last))
                .map(row -> row.home().place());
    }

    private Conditions others(FindPlace query, TaskScope scope) {
        var within = scope.visible()
                .and(
                        "t.workspace_id = :workspace",
                        "workspace",
                        query.workspace().text())
                .and(shown.is(query.list()));
        return query.moved() == null
                ? within
                : within.and("t.id <> :moved", "moved", query.moved().text());
    }
}
