package io.taskledger.query.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.stereotype.Component;

/**
 * Who is told of a task's past: whoever sees it now, and who could take it out of the trash now. That one saw it once, or
 * that it stood in one's workspace then, gives no right to it.
 */
@Component
public final class PastReaders {

    private final TaskReading tasks;
    private final TaskScopes scopes;
    private final TaskDescriptions descriptions;
    private final LiveVersions live;

    PastReaders(TaskReading tasks, TaskScopes scopes, TaskDescriptions descriptions, LiveVersions live) {
        this.tasks = tasks;
        this.scopes = scopes;
        this.descriptions = descriptions;
        this.live = live;
    }

    /** That the actor is told of the task of rows called {@code v}, which have a {@code task_id}. */
    public Conditions condition(Actor actor) {
        var scope = scopes.of(actor);
        var parameters = new HashMap<String, Object>();
        // One by one, so that each has its index and the tasks are found at once, not asked for row by row.
        var ids = Stream.of(scope.standing(), scope.shared(), scope.recoverable())
                .map(some -> {
                    parameters.putAll(some.parameters());
                    return "select t.id from %1$s.task t where " + some.sql();
                })
                .collect(Collectors.joining("\nunion all\n", "v.task_id in (\n", ")"));
        return new Conditions().and(ids.formatted(live.of(Projection.TASKS).schema()), parameters);
    }

    /** Task id → what the actor may do with it now, of those of whose past they are told. */
    public Map<String, TaskLevel> levels(Actor actor, Collection<String> ids) {
        var scope = scopes.of(actor);
        var called = new Conditions().and("t.id = any(:ids)", "ids", ids.toArray(String[]::new));
        return descriptions.levels(tasks.all(told(scope).and(called), SortKey.ID), scope);
    }

    private static Conditions told(TaskScope scope) {
        return scope.visible().or(scope.recoverable());
    }
}
