package io.taskledger.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.Answering;
import io.taskledger.query.task.Overdue;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A person's tasks in figures as they were; what live statistics count, counted of versions. */
@Component
class PastStatistics {

    /** Counted by their tags first, as the live ones. */
    private static final String SUMS = """
            with own as materialized (
              select
                v.tags,
                count(*) as total,
                count(v.completed_at) as completed,
                count(*) filter (where v.priority = 1) as low,
                count(*) filter (where v.priority = 2) as medium,
                count(*) filter (where v.priority = 3) as high,
                count(*) filter (where <overdue>) as overdue,
                count(*) filter (where v.share_count > 0) as shared
              from (<own>) v
              group by v.tags)
            select
              coalesce(sum(total), 0)::bigint as total,
              sum(completed)::bigint as completed,
              sum(low)::bigint as low,
              sum(medium)::bigint as medium,
              sum(high)::bigint as high,
              sum(overdue)::bigint as overdue,
              sum(shared)::bigint as shared,
              (select coalesce(json_object_agg(tag, tasks order by tag), '{}')::text
                from (
                  select tag, sum(own.total)::bigint as tasks
                  from own, lateral (select distinct unnest(own.tags) as tag) tags
                  group by tag) counted) as by_tag
            from own""".replace("<overdue>", Overdue.sql("v"));

    /** One's own that were not deleted by then, or were brought back, on tasks that there were. */
    private static final String COMMENTS = """
            select count(*)
            from %2$s.entry e
            where e.actor = :actor and e.action = 'created' and e.resource_type = 'comment' and <then>
              and coalesce((
                select last.action
                from (select e.* from %2$s.entry e where <then>) last
                where last.stream = e.stream and last.resource_type = 'comment' and last.resource_id = e.resource_id
                  and last.action in ('deleted', 'restored')
                order by last.position desc
                limit 1), 'restored') = 'restored'
              and exists (
                select from %1$s.version v where v.task_id = e.stream and v.deleted_at is null and <held>)""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final PastReaders readers;
    private final Moments moments;
    private final Answering answering;

    PastStatistics(JdbcClient jdbc, LiveVersions live, PastReaders readers, Moments moments, Answering answering) {
        this.jdbc = jdbc;
        this.live = live;
        this.readers = readers;
        this.moments = moments;
        this.answering = answering;
    }

    @QueryHandler
    Optional<TaskStatistics> handle(SumUpTasksAt query, Actor actor) {
        return Optional.of(answering.with(() -> sums(query, actor)));
    }

    private TaskStatistics sums(SumUpTasksAt query, Actor actor) {
        var held = moments.held(query.moment());
        var own = new HistorySql(TaskFilter.everything(), actor.userId(), Optional.empty(), held, readers.of(actor));
        var comments = jdbc.sql(inLiveSchemas(
                        COMMENTS.replace("<then>", held.ofEntries()).replace("<held>", held.sql())))
                .param("actor", actor.userId().text())
                .param("moment", held.parameter())
                .query(Long.class)
                .single();
        return own.bind(jdbc.sql(inLiveSchemas(SUMS.replace("<own>", own.within("own")))), "own")
                .params(Overdue.parameters(query.readersThen()))
                .query((row, index) -> statistics(row, comments))
                .single();
    }

    private static TaskStatistics statistics(ResultSet row, long comments) throws SQLException {
        var byPriority = new LinkedHashMap<Priority, Long>();
        for (var priority : Priority.values()) {
            var tasks = row.getLong(priority.text());
            if (tasks > 0) {
                byPriority.put(priority, tasks);
            }
        }
        return new TaskStatistics(
                row.getLong("total"),
                row.getLong("completed"),
                byPriority,
                JSON.readValue(row.getString("by_tag"), new TypeReference<LinkedHashMap<String, Long>>() {}),
                row.getLong("overdue"),
                row.getLong("shared"),
                comments);
    }

    private String inLiveSchemas(String sql) {
        return sql.formatted(
                live.of(Projection.HISTORY).schema(),
                live.of(Projection.ACTIVITY).schema());
    }
}
