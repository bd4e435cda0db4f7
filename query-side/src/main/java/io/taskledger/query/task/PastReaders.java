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

    /** One of them, whose workspaces are asked for once. */
    public Reader of(Actor actor) {
        return new Reader(scopes.of(actor));
    }

    /** As {@link Reader#condition}. */
    public Conditions condition(Actor actor) {
        return of(actor).condition();
    }

    /** As {@link Reader#levels}. */
    public Map<String, TaskLevel> levels(Actor actor, Collection<String> ids) {
        return of(actor).levels(ids);
    }

    /** Who asks. */
    public final class Reader {

        private final TaskScope scope;

        private Reader(TaskScope scope) {
            this.scope = scope;
        }

        /** That they are told of the task of rows called {@code v}, which have a {@code task_id}. */
        public Conditions condition() {
            var parameters = new HashMap<String, Object>();
            // One by one, so that each has its index and the tasks are found at once, not asked for row by row.
            var ids = Stream.of(scope.standing(), scope.shared(), scope.recoverable())
                    .map(some -> {
                        parameters.putAll(some.parameters());
                        return "select t.id from %1$s.task t where " + some.sql();
                    })
                    .collect(Collectors.joining(" union all ", "v.task_id in (", ")"));
            return new Conditions().and(ids.formatted(live.of(Projection.TASKS).schema()), parameters);
        }

        /** That they are told of the task of a row called {@code h}, which says where it stands now. */
        public Conditions conditionOnLatest() {
            var remembered = scope.remembered();
            return new Conditions()
                    .and(remembered.sql().formatted(live.of(Projection.TASKS).schema()), remembered.parameters());
        }

        /** Task id → what they may do with it now, of those of whose past they are told. */
        public Map<String, TaskLevel> levels(Collection<String> ids) {
            if (ids.isEmpty()) {
                return Map.of();
            }
            var called = new Conditions().and("t.id = any(:ids)", "ids", ids.toArray(String[]::new));
            var told = scope.visible().or(scope.recoverable());
            return descriptions.levels(tasks.all(told.and(called), SortKey.ID), scope);
        }
    }
}
