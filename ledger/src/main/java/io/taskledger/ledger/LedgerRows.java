package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

/** Reads the ledger as it is stored, through a cursor: however much there is, little of it is in memory at a time. */
public final class LedgerRows {

    private static final String BETWEEN =
            "select " + LedgerRow.COLUMNS + " from ledger.event where position > ? and position <= ? order by position";
    private static final String HEAD = "select coalesce(max(position), 0) from ledger.event";
    private static final int FETCHED_AT_ONCE = 500;
    private static final Duration LOOK = Duration.ofMillis(5);

    private LedgerRows() {}

    /** Is given a row. */
    @FunctionalInterface
    public interface Each<X extends Exception> {
        void row(LedgerRow row) throws X;
    }

    /**
     * Reads what stands behind {@code after} and not behind {@code upTo}, in the ledger's order. In the connection's
     * transaction if it has one, otherwise in one that ends with it.
     *
     * @param upTo settled, or something may come in between later
     */
    public static <X extends Exception> void each(Connection connection, long after, long upTo, Each<X> each)
            throws SQLException, X {
        boolean alone = connection.getAutoCommit();
        if (alone) {
            connection.setAutoCommit(false); // PostgreSQL has cursors in transactions only
        }
        try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            PositionReader.binary(statement);
            statement.setFetchSize(FETCHED_AT_ONCE);
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.row(LedgerRow.read(rows));
                }
            }
        } finally {
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * The end of the ledger as it is now, once it is settled: waits for who is appending just now, for as long as
     * {@link TimeLimits} lets them.
     *
     * @throws SQLException also if somebody appends for longer
     */
    public static long settledEnd(DataSource dataSource) throws SQLException {
        SettledMark mark = new SettledMark(Duration.ZERO);
        try (Connection connection = dataSource.getConnection()) {
            long end = end(connection);
            long deadline = System.nanoTime()
                    + TimeLimits.APPENDING.transaction().multipliedBy(2).toNanos();
            while (mark.lookNow(connection) < end) {
                if (System.nanoTime() - deadline > 0) {
                    throw new SQLException("somebody has been appending to the ledger for too long");
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
            return end;
        }
    }

    private static long end(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
