package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TagCount;
import io.taskledger.messages.task.TaskQuery.CountTags;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tags that a person uses. */
@Component
class TagQueries {

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final TaskScopes scopes;
    private final Answering answering;

    TagQueries(JdbcClient jdbc, LiveVersions live, TaskScopes scopes, Answering answering) {
        this.jdbc = jdbc;
        this.live = live;
        this.scopes = scopes;
        this.answering = answering;
    }

    @QueryHandler
    List<TagCount> handle(CountTags query, Actor actor) {
        return answering.with(() -> jdbc.sql(
                        """
                        select tag, count(distinct id) as tasks
                        from %s.task
                        cross join lateral unnest(tags) as used (tag)
                        where owner = :actor
                          and workspace_id = any (:workspaces)
                          and deleted_at is null
                        group by tag
                        order by tag""".formatted(live.of(Projection.TASKS).schema()))
                .param("actor", actor.userId().text())
                .param(
                        "workspaces",
                        scopes.of(actor).workspaces(WorkspaceRole.VIEWER).toArray(String[]::new))
                .query((row, index) -> new TagCount(row.getString("tag"), row.getLong("tasks")))
                .list());
    }
}
