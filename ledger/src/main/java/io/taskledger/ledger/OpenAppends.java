package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.axonframework.common.jdbc.JdbcException;

/**
 * How long the oldest transaction that may still append has been open: for that long at most, every reader of the ledger
 * waits. For a metric, and for readiness: {@link TimeLimits} bound it, so an age beyond them needs a person.
 */
public final class OpenAppends {

    private static final String OLDEST = """
            select coalesce(max(extract(epoch from clock_timestamp() - activity.xact_start)), 0)
            from pg_locks as held
            join pg_stat_activity as activity on activity.pid = held.pid
            where held.locktype = 'relation'
              and held.database = (select oid from pg_database where datname = current_database())
              and held.relation = 'ledger.event'::regclass
              and held.mode = 'RowExclusiveLock'
              and held.granted
            """;

    private final DataSource dataSource;

    /**
     * Asks the database of the ledger.
     *
     * @param dataSource of a role that is a member of the one whose sessions append, or of {@code pg_read_all_stats}:
     *     PostgreSQL shows a transaction's age to no other
     */
    public OpenAppends(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The age of the oldest, zero if there is none.
     *
     * @throws JdbcException if the database does not answer
     */
    public Duration oldest() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OLDEST);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return Duration.ofNanos((long) (rows.getDouble(1) * 1e9));
        } catch (SQLException e) {
            throw new JdbcException("Could not find the oldest open append", e);
        }
    }
}
