package io.taskledger.query.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows of tasks, of the version that is live. */
@Component
class TaskReading {

    private static final RowMapper<TaskRow> ROW = (row, _) -> TaskRow.of(row);

    private final JdbcClient jdbc;
    private final LiveVersions live;

    TaskReading(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** @param total on all pages */
    record Found(List<TaskRow> rows, long total) {}

    List<TaskRow> all(Conditions wanted, SortKey key) {
        return jdbc.sql(inLiveSchema("select %s from %%1$s.task t where %s order by %s"
                        .formatted(TaskRow.COLUMNS, wanted.sql(), key.sql())))
                .params(wanted.parameters())
                .query(ROW)
                .list();
    }

    Optional<TaskRow> first(Conditions wanted, SortKey key) {
        return jdbc.sql(inLiveSchema("select %s from %%1$s.task t where %s order by %s limit 1"
                        .formatted(TaskRow.COLUMNS, wanted.sql(), key.sql())))
                .params(wanted.parameters())
                .query(ROW)
                .optional();
    }

    boolean exists(Conditions wanted) {
        return jdbc.sql(inLiveSchema("select exists (select from %%1$s.task t where %s)".formatted(wanted.sql())))
                .params(wanted.parameters())
                .query(Boolean.class)
                .single();
    }

    long count(TaskListSql list) {
        return jdbc.sql(inLiveSchema(list.count()))
                .params(list.parameters())
                .query(Long.class)
                .single();
    }

    Found page(TaskListSql list, SortKey key, int skip, int limit) {
        return page(list.page(key), list.parameters(), skip, limit);
    }

    /** One row more than {@code limit} where there is one. */
    List<TaskRow> slice(TaskListSql list, SortKey key, int limit) {
        return jdbc.sql(inLiveSchema(list.slice(key)))
                .params(list.parameters())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** The best matches first. */
    Found best(SearchSql search, int skip, int limit) {
        return page(search.best(), search.parameters(), skip, limit);
    }

    private Found page(String sql, Map<String, Object> parameters, int skip, int limit) {
        return jdbc.sql(inLiveSchema(sql))
                .params(parameters)
                .param("skip", skip)
                .param("limit", limit)
                .query(row -> {
                    var rows = new ArrayList<TaskRow>();
                    var total = 0L;
                    while (row.next()) {
                        total = row.getLong("total");
                        if (row.getString("id") != null) {
                            rows.add(TaskRow.of(row));
                        }
                    }
                    return new Found(rows, total);
                });
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(
                live.of(Projection.TASKS).schema(),
                live.of(Projection.WORKSPACES).schema());
    }
}
