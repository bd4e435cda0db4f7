package io.taskledger.query.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.messages.projection.RebuildReport.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds as they go on, and what is left of them. */
@Component
class RebuildReports {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REPORTS = """
            select
                id, projection, afterwards, state, paused, version, node, attempt, asked_at, asked_by, ended_at,
                events_done, events_total, events_per_second, millis_left, rows_made, difference_count,
                explained_count, %s as differences, failure, regardless
            from readmodel.rebuild
            """;

    private final JdbcClient jdbc;

    RebuildReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RebuildReport> latest(String projection, int limit) {
        return jdbc.sql(REPORTS.formatted("'[]'")
                        + "where projection = :projection order by asked_at desc limit :limit")
                .param("projection", projection)
                .param("limit", limit)
                .query((row, index) -> report(row))
                .list();
    }

    Optional<RebuildReport> find(RebuildId id) {
        return jdbc.sql(REPORTS.formatted("differences") + "where id = :id")
                .param("id", id.text())
                .query((row, index) -> report(row))
                .optional();
    }

    private static RebuildReport report(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var active = !state.ended() && state != State.HELD;
        return new RebuildReport(
                new RebuildId(row.getString("id")),
                ProjectionId.named(row.getString("projection")),
                Afterwards.valueOf(row.getString("afterwards")),
                state,
                row.getBoolean("paused"),
                row.getInt("version"),
                Optional.ofNullable(row.getString("node")),
                row.getInt("attempt"),
                Timestamps.instant(row, "asked_at"),
                Optional.ofNullable(row.getString("asked_by")),
                instant(row, "ended_at"),
                row.getLong("events_done"),
                row.getLong("events_total"),
                active ? row.getDouble("events_per_second") : 0,
                active ? millis(row, "millis_left") : Optional.empty(),
                row.getLong("rows_made"),
                row.getLong("difference_count"),
                row.getLong("explained_count"),
                List.of(JSON.readValue(row.getString("differences"), Difference[].class)),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getString("regardless")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(Timestamps.instantOrNull(row, column));
    }

    private static Optional<Duration> millis(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }
}
