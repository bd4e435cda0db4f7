package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.postgresql.PGStatement;

/** Reads the ledger by position, past settled holes only. */
final class PositionReader {

    private static final String AFTER =
            "select " + StoredEvent.COLUMNS + " from ledger.event where position > ? order by position limit ?";
    private static final String FIRST_AFTER =
            "select position, recorded_at from ledger.event where position > ? order by position limit 1";
    private static final String FIRST_RECORDED_SINCE =
            "select min(position) from ledger.event where position > ? and position <= ? and recorded_at >= ?";

    /** By how many positions the clock's order and the ledger's may differ; an append takes both within microseconds. */
    private static final long DISORDER = 10_000;

    private final DataSource dataSource;
    private final SettledMark settled;

    PositionReader(DataSource dataSource, SettledMark settled) {
        this.dataSource = dataSource;
        this.settled = settled;
    }

    /** @param heldBack more is there, behind a hole that is not final */
    record Rows(List<StoredEvent> events, boolean heldBack) {}

    Rows after(long position, int limit) throws SQLException {
        try (Connection connection = autocommit()) {
            long mark = settled.position();
            List<StoredEvent> events = query(connection, position, limit);
            int safe = safe(events, position, mark);
            if (safe < events.size()) {
                long lookedMark = settled.look(connection);
                if (lookedMark >= events.get(safe).position() - 1) {
                    // The mark was read before this query: what it settled is in it.
                    events = query(connection, position, limit);
                    safe = safe(events, position, lookedMark);
                }
            }
            return new Rows(events.subList(0, safe), safe < events.size());
        }
    }

    long settledNow() throws SQLException {
        try (Connection connection = autocommit()) {
            return settled.lookNow(connection);
        }
    }

    /** The position before the first event that was recorded at or after the instant; never beyond the settled mark. */
    long before(Instant recordedSince) throws SQLException {
        try (Connection connection = autocommit()) {
            long mark = settled.lookNow(connection);
            long low = 0;
            long high = mark;
            // Halving by position, since the two orders agree but for neighbours: no index has to be kept for this.
            while (low < high) {
                long middle = low + (high - low) / 2;
                if (recordedAfter(connection, middle).isBefore(recordedSince)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return Math.min(mark, firstRecordedSince(connection, low, recordedSince));
        }
    }

    /** How many of the rows come before the first hole that is not final. */
    private static int safe(List<StoredEvent> events, long after, long mark) {
        long reached = Math.max(after, mark);
        for (int index = 0; index < events.size(); index++) {
            long position = events.get(index).position();
            if (position > reached + 1) {
                return index;
            }
            reached = Math.max(reached, position);
        }
        return events.size();
    }

    private static List<StoredEvent> query(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            binary(statement);
            statement.setLong(1, after);
            statement.setInt(2, limit);
            List<StoredEvent> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(StoredEvent.read(rows));
                }
            }
            return events;
        }
    }

    private static Instant recordedAfter(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_AFTER)) {
            statement.setLong(1, position);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Timestamps.instant(rows, 2) : Instant.MAX;
            }
        }
    }

    private static long firstRecordedSince(Connection connection, long found, Instant since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_RECORDED_SINCE)) {
            statement.setLong(1, found - DISORDER);
            statement.setLong(2, found);
            statement.setObject(3, Timestamps.utc(since));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long earlier = rows.getLong(1);
                return rows.wasNull() ? found : earlier - 1;
            }
        }
    }

    /** A statement of its own snapshot each: within a longer transaction a settled hole could still look empty. */
    private Connection autocommit() throws SQLException {
        Connection connection = dataSource.getConnection();
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        return connection;
    }

    /** From the first execution on, not from the fifth: bytea as text takes twice the time. */
    static void binary(PreparedStatement statement) throws SQLException {
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        }
    }
}
