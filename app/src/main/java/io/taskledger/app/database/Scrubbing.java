package io.taskledger.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.ledger.TimeLimits;

/**
 * Takes out of PostgreSQL's files what its tables do not hold any more: dead rows, what it notes of columns' most common
 * values, and the log of changes, whose files it would otherwise use again with what is in them.
 */
public final class Scrubbing {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Small, or made anew a moment ago. Events stay where they are: what is personal in them is sealed. */
    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename)
            from pg_tables
            where (schemaname in ('security', 'automation', 'readmodel')
                or schemaname in (select projection || '_v' || version from readmodel.version)
                or (schemaname = 'ledger' and tablename in ('snapshot', 'reservation', 'idempotency_key')))
                and tablename <> 'flyway_schema_history'
            order by 1""";

    private static final String SEGMENTS = "select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'";

    private final Database database;

    public Scrubbing(Database database) {
        this.database = database;
    }

    /** Writes tables and statistics anew; each is closed to everybody for as long as that takes. */
    public void rewriteTables() throws SQLException {
        var owner =
                database.session(Role.OWNER, "scrubbing", TimeLimits.LASTING).direct();
        try (var connection = owner.getConnection()) {
            for (var table : list(connection, TABLES)) {
                execute(connection, "vacuum (full, analyze) " + table);
            }
            // The owner of the database may; another login may not, and then PostgreSQL only warns.
            execute(connection, "vacuum full pg_catalog.pg_statistic");
        }
    }

    /**
     * Ends every file of the log that there is and has it removed instead of used again.
     *
     * @return false where that is not ours to do, or some are still kept: for a backup that reads them, say
     */
    public boolean replaceLog() throws SQLException {
        var superuser = database.superuser();
        if (superuser.isEmpty()) {
            return false;
        }
        try (var connection = superuser.get().connect()) {
            var before = list(connection, SEGMENTS);
            execute(connection, "alter system set wal_recycle = off");
            try {
                execute(connection, "select pg_reload_conf()");
                // Also those that wait under names of the future, with what they held.
                for (var segment = 0; segment <= before.size(); segment++) {
                    execute(connection, "select pg_logical_emit_message(false, 'taskledger', 'next')");
                    execute(connection, "select pg_switch_wal()");
                }
                return gone(connection, before);
            } finally {
                execute(connection, "alter system reset wal_recycle");
                execute(connection, "select pg_reload_conf()");
            }
        }
    }

    private static boolean gone(Connection connection, List<String> segments) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            execute(connection, "checkpoint");
            var kept = new ArrayList<>(list(connection, SEGMENTS));
            kept.retainAll(segments);
            if (kept.isEmpty()) {
                return true;
            }
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
