package io.taskledger.app.product;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.taskledger.postgres.ConnectionDetails;

/**
 * A ledger of as many events as wanted. The product writes a few hundred of them, then those streams are copied inside
 * the database under other ids: so every byte is the product's own, sealed with its keys.
 */
public final class ManyTasks {

    public static final String PASSWORD = "more than one can do";

    private static final int PEOPLE = 8;
    private static final int TASKS = 6;
    private static final int EDITS = 6;

    /** Copies whose events lie mixed, as those of tasks do that live at the same time. */
    private static final int MIXED = 50;

    private static final String COPY = """
            with template as (
                select
                    sequence_number, stream_id, stream_type, type, revision, happened_at, payload, metadata, copy,
                    left(stream_id, 15) || lpad(upper(to_hex(copy)), 8, '0') || right(stream_id, 8) as new_id
                from ledger.event, generate_series(?, ?) as copy
                where stream_type = 'task' and position <= ?)
            insert into ledger.event (
                stream_id, sequence_number, stream_type, type, revision, event_id, happened_at, payload, metadata)
            select
                new_id, sequence_number, stream_type, type, revision, gen_random_uuid(), happened_at,
                convert_to(replace(convert_from(payload, 'UTF8'), stream_id, new_id), 'UTF8'), metadata
            from template
            order by sequence_number, copy, stream_id
            """;

    private ManyTasks() {}

    /** The names of the people whose tasks they are; each has {@link #PASSWORD}. */
    public static List<String> people() {
        var names = new ArrayList<String>();
        for (int person = 0; person < PEOPLE; person++) {
            names.add("person" + person);
        }
        return names;
    }

    /**
     * Fills a home on which no product has run. The next product that starts there folds its read models from nothing.
     *
     * @param events at least so many; a few hundred more at most
     */
    public static void fill(Path home, long events) throws SQLException {
        ConnectionDetails database;
        try (var product = Product.start(home)) {
            live(product.rest());
            database = product.database();
            // What is left is PostgreSQL alone: nobody follows what is copied.
            product.kill();
        }
        copy(database, events);
    }

    /** The people come, and do what is copied afterwards. */
    public static void live(Rest rest) {
        people().forEach(person -> live(rest, person));
    }

    /** Makes as many of it as wanted, and forgets the read models, while no product runs. */
    public static void copy(ConnectionDetails database, long events) throws SQLException {
        try (var connection = database.connect()) {
            copy(connection, events);
            forgetReadModels(connection);
        }
    }

    private static void live(Rest rest, String person) {
        rest.register(person, PASSWORD);
        var signedIn = rest.signIn(person, PASSWORD);
        for (int task = 0; task < TASKS; task++) {
            var id = signedIn.createTask("Task %d of %s, such as it was at first".formatted(task, person));
            for (int edit = 0; edit < EDITS; edit++) {
                signedIn.patch("/tasks/" + id, change(task, edit)).expecting(200);
            }
        }
    }

    private static Map<String, Object> change(int task, int edit) {
        return switch (edit % 4) {
            case 0 -> Map.of("title", "Task %d after %d changes — Zürich 🌱".formatted(task, edit));
            case 1 -> Map.of("description", "What there is to say of it. ".repeat(1 + task), "tags", List.of("a", "b"));
            case 2 -> Map.of("completed", edit + task < 8, "priority", "high");
            default -> Map.of("due_date", "2031-05-%02d".formatted(1 + edit + task));
        };
    }

    private static void copy(Connection connection, long events) throws SQLException {
        long written = count(connection, "select count(*) from ledger.event where stream_type = 'task'");
        long head = count(connection, "select max(position) from ledger.event");
        long copies = Math.ceilDiv(events - written, written);
        try (PreparedStatement statement = connection.prepareStatement(COPY)) {
            for (long from = 1; from <= copies; from += MIXED) {
                statement.setLong(1, from);
                statement.setLong(2, Math.min(from + MIXED - 1, copies));
                statement.setLong(3, head);
                statement.executeUpdate();
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) ledger.event");
        }
    }

    private static void forgetReadModels(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var schema : names(connection)) {
                statement.execute("drop schema " + schema + " cascade");
            }
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select nspname from pg_namespace where nspname ~ '^(readmodel$|[a-z]+_v[0-9]+$)'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
