package io.taskledger.query.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.stereotype.Component;

/**
 * Who is told of a task's past: whoever sees it now, and who could take it out of the trash now. That one saw it once, or
 * that it stood in one's workspace then, gives no right to it.
 */
@Component
public final class PastReaders {

    /** {@link TaskScope#visible} or {@link TaskScope#recoverable}, for statements that JPA does not write. */
    private static final String MAY_SEE = """
            exists (
              select from %1$s.task now
              where now.id = v.task_id
                and case when now.deleted_at is null
                  then now.workspace_id = any(:seen)
                    or exists (select from %1$s.share s where s.task_id = now.id and s.user_id = :actor)
                  else now.workspace_id = any(:administered)
                    or now.workspace_id = any(:edited) and now.owner = :actor
                end)""";

    private final TaskRepository tasks;
    private final TaskScopes scopes;
    private final TaskDescriptions descriptions;
    private final LiveVersions live;

    PastReaders(TaskRepository tasks, TaskScopes scopes, TaskDescriptions descriptions, LiveVersions live) {
        this.tasks = tasks;
        this.scopes = scopes;
        this.descriptions = descriptions;
        this.live = live;
    }

    /**
     * A condition on rows called {@code v} that have a {@code task_id}.
     *
     * @param sql wants the parameters
     */
    public record Condition(String sql, Map<String, Object> parameters) {}

    /** That the actor is told of the row's task. */
    public Condition condition(Actor actor) {
        var scope = scopes.of(actor);
        return new Condition(
                inLiveSchema(MAY_SEE),
                Map.of(
                        "actor", actor.userId().text(),
                        "seen", workspaces(scope, WorkspaceRole.VIEWER),
                        "edited", workspaces(scope, WorkspaceRole.EDITOR),
                        "administered", workspaces(scope, WorkspaceRole.ADMIN)));
    }

    /** Task id → what the actor may do with it now, of those of whose past they are told. */
    public Map<String, TaskLevel> levels(Actor actor, Collection<String> ids) {
        var scope = scopes.of(actor);
        var told = scope.visible().or(scope.recoverable()).and(TaskRows.called(List.copyOf(ids)));
        return descriptions.levels(tasks.findAll(told), scope);
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.TASKS).schema());
    }

    private static String[] workspaces(TaskScope scope, WorkspaceRole least) {
        return scope.workspaces(least).toArray(String[]::new);
    }
}
