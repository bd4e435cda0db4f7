package io.taskledger.app.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.postgres.ConnectionDetails;

/** Sessions of the product's roles, and SQL in them. */
final class Sessions {

    static final String AN_EVENT = """
            insert into ledger.event (type, event_id, happened_at, payload, metadata)
            values ('noted', gen_random_uuid(), now(), '{}', '{}')""";

    private Sessions() {}

    /** On somebody else's PostgreSQL. */
    static Database external(ConnectionDetails login) throws SQLException {
        return Database.open(TaskledgerSettings.of(
                Map.of(
                        Setting.DATABASE_URL.key(), login.jdbcUrl(),
                        Setting.DATABASE_USER.key(), login.user(),
                        Setting.DATABASE_PASSWORD.key(), login.password()),
                Path.of("")));
    }

    /**
     * The same with a login for each role, which an administrator has made before.
     *
     * @param more SQL for each, with its name for {@code %s}
     */
    static Database externalWithALoginEach(ConnectionDetails login, String... more) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            for (var role : List.of(Role.APPENDER, Role.READER)) {
                var name = Role.quoted(
                        role.in(ask(connection, "select current_database()").getFirst()));
                statement.execute("create role " + name + " login password 'of " + role + "'");
                for (var sql : more) {
                    statement.execute(sql.formatted(name));
                }
            }
        }
        return Database.open(TaskledgerSettings.of(
                Map.of(
                        Setting.DATABASE_URL.key(), login.jdbcUrl(),
                        Setting.DATABASE_USER.key(), login.user(),
                        Setting.DATABASE_PASSWORD.key(), login.password(),
                        Setting.DATABASE_APPENDER_PASSWORD.key(), "of " + Role.APPENDER,
                        Setting.DATABASE_READER_PASSWORD.key(), "of " + Role.READER),
                Path.of("")));
    }

    static void run(ConnectionDetails login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static DataSource as(Role role, Database database) {
        return database.session(role, "test", TimeLimits.APPENDING).direct();
    }

    static List<String> ask(DataSource session, String sql) throws SQLException {
        try (var connection = session.getConnection()) {
            return ask(connection, sql);
        }
    }

    static List<String> ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static void run(DataSource session, String sql) throws SQLException {
        try (var connection = session.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** SQLSTATE that it is refused with; empty where it is not. */
    static String refusal(DataSource session, String sql) {
        try {
            run(session, sql);
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        }
    }
}
