package io.taskledger.app.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.FreshReadModels;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.security.SecuritySettings;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The tables that cannot be computed, of one moment, as text: the form for a database that somebody else runs. What people
 * read is made anew from the ledger when the product starts on what was brought back.
 */
final class SnapshotCopy {

    private static final String FOLDER = "tables/";
    private static final String VERSIONS = "versions";
    private static final List<String> MIGRATED = List.of("ledger", "readmodel", "automation", "security");

    /** In the order in which rows may come in: a table after those that its rows name. */
    private static final String TABLES = """
            with recursive kept as (
                select c.oid, n.nspname || '.' || c.relname as name
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r'
                and (n.nspname in ('ledger', 'security', 'automation') or n.nspname || '.' || c.relname = 'readmodel.skipped_event')
                and c.relname <> 'flyway_schema_history'
                -- Of this moment alone: who runs, what was filed, who asked how often; and shortcuts.
                and n.nspname || '.' || c.relname not in (
                    'automation.job', 'automation.node', 'security.rate_limit', 'ledger.snapshot')
            ), deep as (
                select oid, name, 0 as depth from kept
                union all
                select k.oid, k.name, d.depth + 1
                from deep d
                join pg_constraint f on f.contype = 'f' and f.confrelid = d.oid and f.conrelid <> d.oid
                join kept k on k.oid = f.conrelid
                where d.depth < 20
            )
            select name from deep group by name order by max(depth), name""";

    private static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ' order by attnum)
            from pg_attribute
            where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''""";

    private static final String OCCUPIED = """
            select exists (select from ledger.event)
                or exists (select from ledger.reservation)
                or exists (select from security.credential)""";

    private SnapshotCopy() {}

    /** What was copied, all of one moment. */
    record Taken(Instant at, Manifest.Ledger ledger, List<String> contents) {}

    /** Copies the tables into the parts. */
    static Taken take(DataSource owner, Parts parts) throws IOException, SQLException {
        try (var connection = owner.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var at = jdbc.sql("select transaction_timestamp()")
                    .query(OffsetDateTime.class)
                    .single();
            parts.add(FOLDER + VERSIONS, out -> out.write(versions(jdbc).getBytes(StandardCharsets.UTF_8)));
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : jdbc.sql(TABLES).query(String.class).list()) {
                var columns = jdbc.sql(COLUMNS)
                        .param("table", table)
                        .query(String.class)
                        .single();
                parts.<SQLException>add(
                        FOLDER + table,
                        out -> copying.copyOut(
                                "copy (select " + columns + " from " + table + ") to stdout (header)", out));
            }
            var end = jdbc.sql("select coalesce(max(position), 0) from ledger.event")
                    .query(Long.class)
                    .single();
            var taken = new Taken(at.toInstant(), LedgerState.of(connection, end), NamedContents.all(jdbc));
            connection.rollback();
            return taken;
        }
    }

    private static String versions(JdbcClient jdbc) {
        return MIGRATED.stream()
                .map(schema -> schema + "="
                        + jdbc.sql("select max(version::int) from " + schema
                                        + ".flyway_schema_history where success and version is not null")
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Brings a copy back into a database with nothing in it: all of it or nothing.
     *
     * @throws BackupRefused where something is there
     */
    static void bringBack(Database database, Manifest backup, Parts parts, SecuritySettings security)
            throws IOException, SQLException {
        for (var part : backup.parts()) {
            parts.check(part);
        }
        Schemas.migrated(database, versions(parts));
        var owner = database.session(Role.OWNER, "restore", TimeLimits.LASTING).direct();
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            var single = new SingleConnectionDataSource(connection, true);
            var jdbc = JdbcClient.create(single);
            jdbc.sql("lock table ledger.event in access exclusive mode").update();
            if (jdbc.sql(OCCUPIED).query(Boolean.class).single()) {
                throw new BackupRefused(
                        "This database is not empty: a backup is brought back into an empty one only. Make one, and name it"
                                + " in TASKLEDGER_DATABASE_URL.");
            }
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables(backup)) {
                jdbc.sql("delete from " + table).update();
                try (var rows = parts.open(FOLDER + table)) {
                    copying.copyIn("copy " + table + " (" + columns(parts, table) + ") from stdin (header)", rows);
                }
            }
            jdbc.sql("select setval(pg_get_serial_sequence('ledger.event', 'position'), :next, false)")
                    .param("next", backup.ledger().upTo() + 1)
                    .query(Long.class)
                    .single();
            FreshReadModels.forget(jdbc);
            LedgerState.requireTold(backup.ledger(), security, single);
            connection.commit();
        }
        Schemas.migrated(database);
    }

    private static List<String> tables(Manifest backup) {
        Set<String> tables = new LinkedHashSet<>();
        for (var part : backup.parts()) {
            if (part.path().startsWith(FOLDER) && !part.path().startsWith(FOLDER + VERSIONS)) {
                tables.add(part.path().substring(FOLDER.length(), part.path().length() - ".gz".length()));
            }
        }
        return new ArrayList<>(tables);
    }

    /** As the first line names them: names of ours need no quotes. */
    private static String columns(Parts parts, String table) throws IOException {
        try (var rows = new BufferedReader(new InputStreamReader(parts.open(FOLDER + table), StandardCharsets.UTF_8))) {
            return String.join(", ", String.valueOf(rows.readLine()).split("\t", -1));
        }
    }

    private static Map<String, String> versions(Parts parts) throws IOException {
        try (var in = parts.open(FOLDER + VERSIONS)) {
            var versions = new LinkedHashMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> versions.put(pair[0], pair[1]));
            return versions;
        }
    }
}
