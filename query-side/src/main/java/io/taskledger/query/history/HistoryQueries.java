package io.taskledger.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Page;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.account.UserNames;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.Answering;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person is told of tasks as they were. */
@Component
class HistoryQueries {

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final PastReaders readers;
    private final Moments moments;
    private final VersionTelling telling;
    private final UserNames names;
    private final Answering answering;

    HistoryQueries(
            JdbcClient jdbc,
            LiveVersions live,
            PastReaders readers,
            Moments moments,
            VersionTelling telling,
            UserNames names,
            Answering answering) {
        this.jdbc = jdbc;
        this.live = live;
        this.readers = readers;
        this.moments = moments;
        this.telling = telling;
        this.names = names;
        this.answering = answering;
    }

    @QueryHandler
    Optional<TaskVersion> handle(FindTaskAt query, Actor actor) {
        return answering.with(() -> {
            var held = moments.held(query.moment());
            return one(query.taskId(), actor, held.sql(), held.parameter());
        });
    }

    @QueryHandler
    Optional<TaskVersion> handle(FindVersion query, Actor actor) {
        return answering.with(() -> one(query.taskId(), actor, "v.version = :moment", query.version()));
    }

    @QueryHandler
    Page<TaskVersion> handle(ListVersions query, Actor actor) {
        return answering.with(() -> versions(query, actor));
    }

    private Page<TaskVersion> versions(ListVersions query, Actor actor) {
        var task = query.taskId().text();
        var levels = readers.levels(actor, List.of(task));
        if (levels.isEmpty()) {
            return new Page<>(List.of(), 0, query.skip(), query.limit());
        }
        var rows = jdbc.sql(inLiveSchema(HistorySql.VERSIONS))
                .param("task", task)
                .param("limit", query.limit())
                .param("skip", query.skip())
                .query(VersionRow::of)
                .list();
        var total = jdbc.sql(inLiveSchema(HistorySql.COUNT_VERSIONS))
                .param("task", task)
                .query(Long.class)
                .single();
        return new Page<>(telling.versions(rows, levels), total, query.skip(), query.limit());
    }

    @QueryHandler
    Optional<AsOf> handle(FindAsOf query) {
        return Optional.of(answering.with(() -> query.moment() == null ? moments.now() : moments.then(query.moment())));
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTasksAt query, Actor actor) {
        return answering.with(() -> {
            var held = moments.held(query.moment());
            var reader = readers.of(actor);
            var sql = new HistorySql(query.filter(), actor.userId(), assignee(query.filter()), held, reader);
            var found = sql.bind(jdbc.sql(inLiveSchema(sql.page(query.sort()))))
                    .param("limit", query.limit())
                    .param("skip", query.skip())
                    .query(HistoryQueries::found);
            var levels =
                    reader.levels(found.rows().stream().map(VersionRow::taskId).toList());
            var tasks = telling.tasks(found.rows(), levels);
            return new Page<>(tasks, found.total(), query.skip(), query.limit());
        });
    }

    /** @param total on all pages */
    private record Found(List<VersionRow> rows, long total) {}

    private static Found found(ResultSet row) throws SQLException {
        var rows = new ArrayList<VersionRow>();
        var total = 0L;
        while (row.next()) {
            total = row.getLong("total");
            if (row.getString("task_id") != null) {
                rows.add(VersionRow.of(row, rows.size()));
            }
        }
        return new Found(rows, total);
    }

    private Optional<TaskVersion> one(TaskId task, Actor actor, String held, Object moment) {
        var levels = readers.levels(actor, List.of(task.text()));
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        var rows = jdbc.sql(HistorySql.ONE.formatted(live.of(Projection.HISTORY).schema(), held))
                .param("task", task.text())
                .param("moment", moment)
                .query(VersionRow::of)
                .list();
        return telling.versions(rows, levels).stream().findFirst();
    }

    private Optional<String> assignee(TaskFilter filter) {
        var name = filter.assignee() == null ? null : filter.assignee().name();
        return name == null
                ? Optional.empty()
                : UserId.parse(name).map(UserId::text).or(() -> names.idOf(name));
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.HISTORY).schema());
    }
}
