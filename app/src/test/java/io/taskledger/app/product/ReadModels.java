package io.taskledger.app.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.postgres.ConnectionDetails;

/** The read model of tasks as it lies in the database, past the product. */
public final class ReadModels {

    /** What the rows must say by the ledger alone, and without its sealed fields. */
    private static final String BY_THE_EVENTS = """
            select md5(coalesce(string_agg(line, e'\\n' order by line), '')) from (
                select stream_id || ' ' || max(sequence_number) || ' ' || max(position) || ' '
                    || coalesce((array_agg(type = 'task.completed' order by position desc)
                        filter (where type in ('task.completed', 'task.reopened')))[1], false) as line
                from ledger.event
                where stream_type = 'task'
                group by stream_id
                having bool_and(type <> 'task.deleted')) as lines
            """;

    private static final String BY_THE_ROWS = """
            select md5(coalesce(string_agg(line, e'\\n' order by line), '')) from (
                select id || ' ' || version || ' ' || position || ' ' || completed as line from %s.task) as lines
            """;

    private static final String WHOLE =
            "select md5(coalesce(string_agg(md5(task::text), '' order by id), '')) from %s.task";

    private final ConnectionDetails database;

    public ReadModels(ConnectionDetails database) {
        this.database = database;
    }

    /** The schema that people read. */
    public String live() throws SQLException {
        return one("select 'tasks_v' || version from readmodel.live_version where projection = 'tasks'");
    }

    /** Of every field of every row that people read. */
    public String digest() throws SQLException {
        return one(WHOLE.formatted(live()));
    }

    /** Of which tasks there are, how far each has got, and whether it is done: according to the rows. */
    public String outline() throws SQLException {
        return one(BY_THE_ROWS.formatted(live()));
    }

    /** The same according to the events. */
    public String outlineOfEvents() throws SQLException {
        return one(BY_THE_EVENTS);
    }

    /** All versions that are there, needed or not. */
    public List<String> schemas() throws SQLException {
        return all("select nspname from pg_namespace where nspname ~ '^tasks_v' order by nspname");
    }

    /** The live version, and the one to roll back to where there is one. */
    public List<String> needed() throws SQLException {
        return all("""
                select 'tasks_v' || number
                from readmodel.live_version, unnest(array[version, before]) as number
                where projection = 'tasks' and number is not null""");
    }

    private List<String> all(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
