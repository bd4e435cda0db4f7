package io.taskledger.query.rebuild;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.Difference.Kind;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions.Version;

/**
 * Compares a new version with the live one. PostgreSQL finds the streams whose rows are not the same; each of those is
 * then examined in both versions, since one may merely be ahead of the other.
 */
final class Verification {

    private static final int CHUNK = 200;
    private static final int FETCH = 1_000;

    /** Streams of a version that nothing can be compared with, folded again to see whether they come out the same. */
    private static final int SAMPLE = 200;

    private final ReadModel model;
    private final Examination examination;
    private final DataSource lasting;
    private final Letters letters;
    private final Course course;

    Verification(ReadModel model, Examination examination, DataSource lasting, Letters letters, Course course) {
        this.model = model;
        this.examination = examination;
        this.lasting = lasting;
        this.letters = letters;
        this.course = course;
    }

    /**
     * What was found.
     *
     * @param count all unexplained differences
     * @param explained streams that differ and wait in dead letters
     * @param first at most {@link RebuildReport#MOST_DIFFERENCES}
     */
    record Found(long count, long explained, List<Difference> first) {}

    Found compare(Optional<Version> live, Version rebuilt) {
        return live.map(version -> compare(version, rebuilt)).orElseGet(() -> sample(rebuilt));
    }

    private Found compare(Version live, Version rebuilt) {
        var waiting = new HashSet<>(letters.waiting(live).keySet());
        waiting.addAll(letters.waiting(rebuilt).keySet());
        var tally = new Tally();
        var sql = ComparisonSql.unlikeStreams(model.tables(), live.schema(), rebuilt.schema());
        stream(sql, stream -> {
            if (waiting.contains(stream)) {
                tally.explained++;
            } else {
                tally.chunk.add(stream);
            }
            if (tally.chunk.size() == CHUNK) {
                examine(live, rebuilt, tally);
            }
        });
        examine(live, rebuilt, tally);
        var sampled = sample(rebuilt);
        tally.add(sampled.first());
        return new Found(tally.count, tally.explained, tally.first);
    }

    private void examine(Version live, Version rebuilt, Tally tally) {
        course.checkpoint();
        var streams = List.copyOf(tally.chunk);
        tally.chunk.clear();
        if (!streams.isEmpty()) {
            var ofLive = examination.differences(live, streams, Kind.LIVE_DIFFERS);
            tally.add(ofLive);
            tally.add(examination.differences(rebuilt, streams, Kind.REBUILT_DIFFERS).stream()
                    .filter(one -> one.kind() != Kind.NOT_DETERMINISTIC || !isTold(one, ofLive))
                    .toList());
        }
    }

    private static boolean isTold(Difference one, List<Difference> others) {
        return others.stream()
                .anyMatch(other -> other.kind() == one.kind()
                        && other.table().equals(one.table())
                        && other.key().equals(one.key()));
    }

    private Found sample(Version rebuilt) {
        var tally = new Tally();
        var main = model.tables().getFirst();
        stream(
                "select distinct %1$s as stream from %2$s.%3$s order by %1$s desc limit %4$d"
                        .formatted(main.stream(), rebuilt.schema(), main.table(), SAMPLE),
                tally.chunk::add);
        tally.add(examination.differences(rebuilt, List.copyOf(tally.chunk), Kind.REBUILT_DIFFERS));
        return new Found(tally.count, 0, tally.first);
    }

    private void stream(String sql, Consumer<String> each) {
        try (var connection = lasting.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        each.accept(rows.getString("stream"));
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new RebuildFailed("The versions could not be compared: " + FailureText.of(e), e);
        }
    }

    /** What has been counted so far. */
    private static final class Tally {
        private final List<String> chunk = new ArrayList<>();
        private final List<Difference> first = new ArrayList<>();
        private long count;
        private long explained;

        void add(List<Difference> found) {
            for (var one : found) {
                if (first.contains(one) || isToldTwice(one)) {
                    continue;
                }
                count++;
                if (first.size() < RebuildReport.MOST_DIFFERENCES) {
                    first.add(one);
                }
            }
        }

        private boolean isToldTwice(Difference one) {
            return one.kind() == Kind.NOT_DETERMINISTIC && isTold(one, first);
        }
    }
}
