package io.taskledger.query.task;

import java.util.Collection;
import java.util.Map;

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
        var told = told(scopes.of(actor));
        var sql = "exists (select from %%1$s.task t where t.id = v.task_id and %s)".formatted(told.sql());
        return new Conditions()
                .and(sql.formatted(live.of(Projection.TASKS).schema()), told.parameters());
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
