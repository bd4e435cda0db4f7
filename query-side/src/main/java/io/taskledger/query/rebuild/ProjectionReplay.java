package io.taskledger.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.taskledger.ledger.LedgerRanges.Extent;
import io.taskledger.messages.history.LedgerReplay.Replayed;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions.Version;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Folds one projection once more. What is live is compared in one snapshot, with a fold that goes exactly as far as its
 * token; the rows of the fold are in temporary tables for as long as that takes.
 */
final class ProjectionReplay {

    private static final String TEMPORARY = "pg_temp";
    private static final int CHUNK = 200;
    private static final Duration FILLED_WITHIN = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final Workshop workshop;
    private final ReadModel model;
    private final Extent extent;

    /** @param extent of what is to be folded */
    ProjectionReplay(Workshop workshop, ReadModel model, Extent extent) {
        this.workshop = workshop;
        this.model = model;
        this.extent = extent;
    }

    long expected() {
        return extent.events();
    }

    /** Folds, and compares nothing: of a past position there is nothing that is live. */
    Replayed upTo(long position) {
        return orFailure(position, () -> {
            var fold = folded(position, Map.of(), _ -> {});
            return replayed(position, fold, false, 0, new Differences());
        });
    }

    /** Folds up to where the live version is, once there is one; where there is none for long, up to the position. */
    Replayed compared(long end) {
        var live = live();
        return live.isEmpty() ? upTo(end) : orFailure(0, () -> compared(live.get()));
    }

    /** A first start, or that after an import, fills it from the ledger. */
    private Optional<Version> live() {
        var deadline = System.nanoTime() + FILLED_WITHIN.toNanos();
        var live = workshop.versions().live(model.name());
        while (live.isEmpty()
                && System.nanoTime() - deadline < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_NANOS);
            live = workshop.versions().live(model.name());
        }
        return live;
    }

    private Replayed compared(Version live) throws SQLException {
        try (var connection = workshop.lasting().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                var snapshot = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                var position = new Tokens(snapshot).position(live);
                var waiting = new Letters(snapshot, workshop.kit()).waiting(live);
                model.tables().forEach(form -> makeTable(form, snapshot, live));
                var fold = folded(position, waiting, lanes -> copy(lanes, connection));
                var unlike = snapshot.sql(ComparisonSql.unlikeStreams(model.tables(), live.schema(), TEMPORARY))
                        .query((row, index) -> row.getString("stream"))
                        .list();
                var explained = unlike.stream().filter(waiting::containsKey).count();
                var unexplained = unlike.stream()
                        .filter(stream -> !waiting.containsKey(stream))
                        .toList();
                return replayed(position, fold, true, explained, examined(live, unexplained));
            } finally {
                connection.rollback();
            }
        }
    }

    private Differences examined(Version live, List<String> streams) {
        var examination = workshop.examination(model);
        var all = new Differences();
        for (int from = 0; from < streams.size(); from += CHUNK) {
            var chunk = streams.subList(from, Math.min(from + CHUNK, streams.size()));
            all.add(examination.differences(live, chunk, Difference.Kind.LIVE_DIFFERS));
        }
        return all;
    }

    private static void makeTable(RowForm<?> form, JdbcClient snapshot, Version live) {
        snapshot.sql("create temporary table %2$s (like %1$s.%2$s including generated) on commit drop"
                        .formatted(live.schema(), form.table()))
                .update();
    }

    private void copy(Lanes lanes, Connection connection) {
        for (var lane : lanes.all()) {
            for (var form : model.tables()) {
                try {
                    RowCopy.write(form, lane, connection, TEMPORARY + "." + form.table());
                } catch (SQLException refused) {
                    throw new RebuildFailed(
                            "The rows of %s could not be written: %s".formatted(form.table(), FailureText.of(refused)),
                            refused);
                }
            }
        }
    }

    private Folded folded(long position, Map<String, Long> waiting, Consumer<Lanes> each) {
        var ledger = workshop.ledger();
        var rows = new RowDigest();
        var course = new Course();
        var exact = ledger.extent(model.streamTypes(), model.partTypes(), position);
        var stranded = new Fold(
                        model,
                        ledger,
                        workshop.pace(),
                        course,
                        workshop.skipped().of(model.name()),
                        waiting)
                .through(exact, position, lanes -> {
                    lanes.all().parallelStream()
                            .map(lane -> RowDigest.of(model, lane))
                            .forEachOrdered(rows::add);
                    each.accept(lanes);
                });
        return new Folded(course.done(), rows, stranded.size());
    }

    private record Folded(long events, RowDigest rows, long unhandled) {}

    private Replayed replayed(long position, Folded fold, boolean compared, long explained, Differences found) {
        return new Replayed(
                ProjectionId.named(model.name()),
                position,
                fold.events(),
                fold.rows().rows(),
                fold.rows().hex(),
                compared,
                fold.unhandled(),
                explained,
                found.count,
                found.first,
                Optional.empty());
    }

    @FunctionalInterface
    private interface Work {
        Replayed done() throws SQLException;
    }

    private Replayed orFailure(long position, Work work) {
        try {
            return work.done();
        } catch (SQLException | DataAccessException | EventStoreException | RebuildFailed failure) {
            var why = failure instanceof RebuildFailed known
                    ? String.valueOf(known.getMessage())
                    : FailureText.of(failure);
            return new Replayed(
                    ProjectionId.named(model.name()), position, 0, 0, "", false, 0, 0, 0, List.of(), Optional.of(why));
        }
    }

    /** What has been counted so far. */
    private static final class Differences {
        private final List<Difference> first = new ArrayList<>();
        private long count;

        void add(List<Difference> found) {
            count += found.size();
            found.stream().limit(RebuildReport.MOST_DIFFERENCES - first.size()).forEach(first::add);
        }
    }
}
