package io.taskledger.query.operation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.ProjectionStatus.Mode;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import io.taskledger.query.rebuild.RebuildDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How projections stand, from the database, so that every node tells the same. */
public final class Standing {

    private final List<ReadModel> models;
    private final Versions versions;
    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final RateLog rates;
    private final Letterbox letters;
    private final RebuildReports reports;

    Standing(
            List<ReadModel> models,
            Versions versions,
            JdbcClient jdbc,
            RateLog rates,
            Letterbox letters,
            RebuildReports reports) {
        this.models = models;
        this.versions = versions;
        this.jdbc = jdbc;
        this.tokens = new Tokens(jdbc);
        this.rates = rates;
        this.letters = letters;
        this.reports = reports;
    }

    ProjectionStatus of(ReadModel model, long head) {
        var pointer = pointer(model.name());
        var live = pointer.map(one -> new Version(model.name(), one.version()));
        var position = live.map(tokens::position).orElse(0L);
        var lag = lag(model, position, head);
        var recent = rates.rates(model.name());
        var node = live.flatMap(tokens::owner);
        var error = live.flatMap(this::lastError);
        var stalled = node.isEmpty() || error.isPresent();
        return new ProjectionStatus(
                ProjectionId.named(model.name()),
                live.isEmpty() ? Mode.REPLAYING : stalled ? Mode.STALLED : Mode.LIVE,
                live.map(Version::number).orElse(0),
                pointer.map(one -> one.since().toInstant()),
                position,
                head,
                lag.events(),
                lag.age(),
                recent.isEmpty() ? 0 : recent.getLast(),
                recent,
                node,
                error,
                live.map(letters::count).orElse(0L),
                listed(model.name(), pointer),
                new RebuildDesk(jdbc)
                        .current(model.name(), versions.shape(model.name()))
                        .flatMap(reports::find));
    }

    List<ReadModel> models() {
        return models;
    }

    private record Pointer(int version, @Nullable Integer before, Timestamp since) {}

    private Optional<Pointer> pointer(String projection) {
        return jdbc.sql("""
                        select version, before, since from readmodel.live_version
                        where projection = :projection and shape = :shape""")
                .param("projection", projection)
                .param("shape", versions.shape(projection))
                .query(Pointer.class)
                .optional();
    }

    private record Lag(long events, Duration age) {}

    /** Of the streams that the projection is made of; a position that no event has yet is no lag. */
    private Lag lag(ReadModel model, long position, long head) {
        if (position >= head) {
            return new Lag(0, Duration.ZERO);
        }
        return jdbc.sql("""
                        select count(*) as events,
                            coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0) as age
                        from ledger.event
                        where position > :position and position <= :head
                        and stream_type = any(:types)""")
                .param("position", position)
                .param("head", head)
                .param("types", model.streamTypes().toArray(String[]::new))
                .query((row, index) ->
                        new Lag(row.getLong("events"), Duration.ofMillis((long) (row.getDouble("age") * 1_000))))
                .single();
    }

    private Optional<String> lastError(Version version) {
        return jdbc.sql("""
                        select last_error from readmodel.version
                        where projection = :projection and version = :version and last_error is not null""")
                .param("projection", version.projection())
                .param("version", version.number())
                .query(String.class)
                .optional();
    }

    private record Row(int version, Instant madeAt) {}

    private List<ProjectionStatus.Version> listed(String projection, Optional<Pointer> pointer) {
        int live = pointer.map(Pointer::version).orElse(0);
        int before = pointer.map(Pointer::before).orElse(0);
        return jdbc
                .sql("""
                        select version, made_at from readmodel.version
                        where projection = :projection and shape = :shape and fed and retired_at is null
                        order by version desc""")
                .param("projection", projection)
                .param("shape", versions.shape(projection))
                .query((row, index) -> new Row(row.getInt("version"), Timestamps.instant(row, "made_at")))
                .list()
                .stream()
                .map(row -> new ProjectionStatus.Version(
                        row.version(),
                        row.version() == live,
                        row.version() == before,
                        tokens.position(new Version(projection, row.version())),
                        row.madeAt()))
                .toList();
    }
}
