package io.taskledger.query.task;

import java.util.List;
import java.util.stream.IntStream;

import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds tasks by their words. */
@Component
class TaskSearch {

    private final JdbcClient jdbc;
    private final LiveVersions live;

    TaskSearch(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /**
     * @param ids of one page, the best match first
     * @param total on all pages; 0 where the page lies behind the last one
     */
    record Hits(List<String> ids, long total) {}

    private record Hit(String id, long total) {}

    /** @param own whether only what the actor made is asked for, or all that the actor may see */
    List<String> ids(SearchWords words, TaskScope scope, boolean own) {
        return asked(new SearchSql(words, own).ids(schema()), words, scope)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    /** Of all that the actor may see. */
    Hits best(SearchWords words, TaskScope scope, int skip, int limit) {
        var hits = asked(new SearchSql(words, false).ranked(schema()), words, scope)
                .param("phrase", words.phrase())
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> new Hit(row.getString("id"), row.getLong("total")))
                .list();
        return hits.isEmpty() && skip > 0
                ? new Hits(List.of(), ids(words, scope, false).size())
                : new Hits(
                        hits.stream().map(Hit::id).toList(),
                        hits.isEmpty() ? 0 : hits.getFirst().total());
    }

    private StatementSpec asked(String sql, SearchWords words, TaskScope scope) {
        var workspaces = scope.workspaces(WorkspaceRole.VIEWER);
        var asked = jdbc.sql(sql)
                .param("actor", scope.actor().text())
                .param("workspaces", workspaces.toArray(String[]::new))
                .param("teams", teams(workspaces, scope));
        IntStream.range(0, words.words().size())
                .forEach(word ->
                        asked.param(SearchSql.parameter(word), words.words().get(word)));
        return asked;
    }

    private static String[] teams(List<String> workspaces, TaskScope scope) {
        var personal = WorkspaceId.personalOf(scope.actor()).text();
        return workspaces.stream().filter(one -> !one.equals(personal)).toArray(String[]::new);
    }

    private String schema() {
        return live.of(Projection.TASKS).schema();
    }
}
