package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.account.TagColours;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The tags that a person uses. */
@Component
class TagQueries {

    /** Many tasks have the same tags: counted by those first, few rows are left to take them apart. */
    private static final String TAGS = """
            with own as materialized (
              select tags, count(*) as tasks, count(*) filter (where not completed) as open
              from %s.task
              where owner = :actor and workspace_id = any (:workspaces) and deleted_at is null
              group by tags)
            select tag, sum(tasks)::bigint as tasks, sum(open)::bigint as open
            from own
            cross join lateral (select distinct unnest(own.tags) as tag) used
            group by tag
            order by lower(tag), tag""";

    private static final String TAGGED = """
            select id
            from %s.task
            where owner = :actor
              and workspace_id = any (:workspaces)
              and deleted_at is null
              and :tag = any (tags)
            order by id""";

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final TaskScopes scopes;
    private final Answering answering;
    private final TagColours colours;

    TagQueries(JdbcClient jdbc, LiveVersions live, TaskScopes scopes, Answering answering, TagColours colours) {
        this.jdbc = jdbc;
        this.live = live;
        this.scopes = scopes;
        this.answering = answering;
        this.colours = colours;
    }

    @QueryHandler
    List<OwnTag> handle(FindTags query, Actor actor) {
        return answering.with(() -> {
            var chosen = colours.of(actor.userId());
            return own(TAGS, actor)
                    .query((row, _) -> new OwnTag(
                            row.getString("tag"),
                            row.getLong("tasks"),
                            row.getLong("open"),
                            chosen.get(row.getString("tag"))))
                    .list();
        });
    }

    @QueryHandler
    List<TaskId> handle(FindTagged query, Actor actor) {
        return answering.with(() -> own(TAGGED, actor)
                .param("tag", query.tag())
                .query((row, _) -> new TaskId(row.getString("id")))
                .list());
    }

    private StatementSpec own(String sql, Actor actor) {
        return jdbc.sql(sql.formatted(live.of(Projection.TASKS).schema()))
                .param("actor", actor.userId().text())
                .param(
                        "workspaces",
                        scopes.of(actor).workspaces(WorkspaceRole.VIEWER).toArray(String[]::new));
    }
}
