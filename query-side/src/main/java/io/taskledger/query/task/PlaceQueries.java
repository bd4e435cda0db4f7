package io.taskledger.query.task;

import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.workspace.Place;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Where a task would stand among the others of a list. Whether it may stand there the command side decides. */
@Component
class PlaceQueries {

    private final TaskRepository tasks;
    private final TaskScopes scopes;
    private final Answering answering;

    PlaceQueries(TaskRepository tasks, TaskScopes scopes, Answering answering) {
        this.tasks = tasks;
        this.scopes = scopes;
        this.answering = answering;
    }

    @QueryHandler
    Optional<TaskHome> handle(FindPlace query, Actor actor) {
        return answering
                .with(() -> place(query, others(query, actor)))
                .map(place -> new TaskHome(query.workspace(), query.list(), place));
    }

    private Optional<Place> place(FindPlace query, Specification<TaskEntity> others) {
        if (query.neighbour() == null) {
            return atTheEnd(others);
        }
        var neighbour =
                tasks.findOne(others.and(TaskRows.called(query.neighbour()))).map(TaskEntity::place);
        return neighbour.flatMap(place -> query.before()
                ? Place.between(first(others.and(TaskRows.placedBefore(place)), Sort.Direction.DESC), neighbour)
                : Place.between(neighbour, first(others.and(TaskRows.placedAfter(place)), Sort.Direction.ASC)));
    }

    /** As if it had come into being just now, so that what does so later comes after it; behind what was put farther. */
    private Optional<Place> atTheEnd(Specification<TaskEntity> others) {
        var youngest = Place.ofAge(TaskId.next().text());
        return first(others, Sort.Direction.DESC)
                .filter(last -> last.compareTo(youngest) >= 0)
                .map(last -> Place.between(Optional.of(last), Optional.empty()))
                .orElse(Optional.of(youngest));
    }

    private Optional<Place> first(Specification<TaskEntity> wanted, Sort.Direction direction) {
        return tasks
                .findBy(
                        wanted,
                        rest -> rest.sortBy(Sort.by(direction, "place", "id"))
                                .limit(1)
                                .all())
                .stream()
                .findFirst()
                .map(TaskEntity::place);
    }

    private Specification<TaskEntity> others(FindPlace query, Actor actor) {
        var within = scopes.of(actor).visible().and(TaskRows.within(query.workspace(), query.list()));
        return query.moved() == null ? within : within.and(Specification.not(TaskRows.called(query.moved())));
    }
}
