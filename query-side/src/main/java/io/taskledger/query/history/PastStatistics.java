package io.taskledger.query.history;

import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.statistics.Sums;
import io.taskledger.query.task.Answering;
import io.taskledger.query.task.Overdue;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's tasks in figures as they were; what live statistics count, counted of versions. */
@Component
class PastStatistics {

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

    private static final String COUNTED = "v.tags, v.priority, v.due_date, v.due_time, v.completed_at, v.share_count";

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
        return own.bind(
                        jdbc.sql(inLiveSchemas(Sums.sql("(" + own.within("own", COUNTED) + ") t", "share_count"))),
                        "own")
                .params(Overdue.parameters(query.readersThen()))
                .query((row, index) -> Sums.of(row, comments))
                .single();
    }

    private String inLiveSchemas(String sql) {
        return sql.formatted(
                live.of(Projection.HISTORY).schema(),
                live.of(Projection.ACTIVITY).schema());
    }
}
