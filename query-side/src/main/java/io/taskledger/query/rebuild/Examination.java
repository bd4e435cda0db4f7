package io.taskledger.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerRanges;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.Difference.Kind;
import io.taskledger.query.feed.Streams;
import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions.Version;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Holds some streams' rows of one version to what their events say. Rows and token are read in one snapshot, and the
 * fold goes exactly as far as that token: a version that is being fed differs in nothing merely for being ahead or behind.
 */
final class Examination {

    private static final String FOLDED = "pg_temp.folded";

    private final ReadModel model;
    private final LedgerRanges ledger;
    private final Serializer names;
    private final DataSource lasting;
    private final Letters letters;
    private final Set<Long> skipped;

    Examination(
            ReadModel model,
            LedgerRanges ledger,
            Serializer names,
            DataSource lasting,
            Letters letters,
            Set<Long> skipped) {
        this.model = model;
        this.ledger = ledger;
        this.names = names;
        this.lasting = lasting;
        this.letters = letters;
        this.skipped = skipped;
    }

    /**
     * The fields in which the version's rows are not what their events say.
     *
     * @param streams a few hundred at most
     * @param kind what a difference is called, unless the handlers are at fault
     */
    List<Difference> differences(Version version, List<String> streams, Kind kind) {
        try (var connection = lasting.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return differences(connection, version, streams, kind);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new RebuildFailed("Rows could not be compared: " + FailureText.of(e), e);
        }
    }

    private List<Difference> differences(Connection connection, Version version, List<String> streams, Kind kind)
            throws SQLException {
        var snapshot = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var position = new Tokens(snapshot).position(version);
        var aside = letters.waiting(version);
        var events = ledger.streams(streams, position);
        var once = folded(events, aside);
        var again = folded(events, aside);

        var ofStream = events.stream().collect(Collectors.groupingBy(Streams::of));
        var found = new ArrayList<Difference>();
        var unlike = new HashSet<String>();
        for (var stream : unlikeStreams(once, again)) {
            story(ofStream.getOrDefault(stream, List.of()), aside).firstUnlike().ifPresent(found::add);
            unlike.add(stream);
        }
        snapshot.sql("set local timezone to 'UTC'").update();
        var differences = new ArrayList<TableDifference>();
        for (var form : model.tables()) {
            RowCopy.write(form, once, connection, likeTableOf(form, snapshot, version));
            differences.addAll(tableDifferences(form, snapshot, version, streams, kind));
        }
        for (var difference : differences) {
            if (!unlike.contains(difference.stream())) {
                var cause = story(ofStream.getOrDefault(difference.stream(), List.of()), aside)
                        .lastToTouch(
                                difference.found().table(),
                                difference.found().key(),
                                difference.found().field());
                found.add(difference.because(cause));
            }
        }
        return found;
    }

    private Folding folded(List<TrackedEventMessage<?>> events, Map<String, Long> aside) {
        var folding = new Folding(model, ledger, skipped, aside);
        events.forEach(folding::on);
        return folding;
    }

    private Story story(List<TrackedEventMessage<?>> events, Map<String, Long> aside) {
        return new Story(model, names, events, () -> new Folding(model, ledger, skipped, aside));
    }

    private Set<String> unlikeStreams(Folding once, Folding again) {
        var unlike = new HashSet<String>();
        model.tables().forEach(form -> unlike.addAll(unlikeStreams(form, once, again)));
        return unlike;
    }

    private static <E> Set<String> unlikeStreams(RowForm<E> form, Folding once, Folding again) {
        var unlike = new HashSet<String>();
        for (var row : once.tables().rows(form).all()) {
            var same = again.tables()
                    .rows(form)
                    .find(form.keyOf(row))
                    .filter(other -> form.values(other).equals(form.values(row)))
                    .isPresent();
            if (!same) {
                unlike.add(form.streamOf(row));
            }
        }
        return unlike;
    }

    private static String likeTableOf(RowForm<?> form, JdbcClient snapshot, Version version) {
        snapshot.sql("drop table if exists pg_temp.folded").update();
        snapshot.sql("create temporary table folded (like %s.%s including generated) on commit drop"
                        .formatted(version.schema(), form.table()))
                .update();
        return FOLDED;
    }

    private static List<TableDifference> tableDifferences(
            RowForm<?> form, JdbcClient snapshot, Version version, List<String> streams, Kind kind) {
        return snapshot.sql(new ComparisonSql<>(form).fields(version.schema(), FOLDED))
                .param("streams", streams.toArray(String[]::new))
                .query((row, index) -> new TableDifference(
                        row.getString("stream"),
                        new Difference(
                                kind,
                                form.table(),
                                row.getString("key"),
                                row.getString("field"),
                                row.getString("live"),
                                row.getString("folded"),
                                Optional.empty())))
                .list();
    }

    private record TableDifference(String stream, Difference found) {
        Difference because(Optional<Difference.Cause> cause) {
            return new Difference(
                    found.kind(), found.table(), found.key(), found.field(), found.live(), found.rebuilt(), cause);
        }
    }
}
