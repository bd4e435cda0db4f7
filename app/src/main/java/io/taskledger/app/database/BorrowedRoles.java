package io.taskledger.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.taskledger.postgres.ConnectionDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roles that sessions of one login take in a database that somebody else runs: the login owns the tables, and gives its
 * other sessions less than it has itself. Whoever can run SQL of their own can take the login's rights back, so this holds
 * the product to its word rather than an intruder off.
 */
final class BorrowedRoles {

    private static final Logger log = LoggerFactory.getLogger(BorrowedRoles.class);
    private static final List<Role> TAKEN = List.of(Role.APPENDER, Role.READER);

    private static final String TAKES =
            "select pg_has_role(current_user, oid, 'set')::text from pg_roles where rolname = ?";

    /** Of PostgreSQL's errors: {@code insufficient_privilege}. */
    private static final String MAY_NOT = "42501";

    private BorrowedRoles() {}

    /** As they are: makes none. Empty where one of them is missing, or the login may not take it. */
    static Map<Role, String> there(ConnectionDetails login) throws SQLException {
        try (var connection = login.connect()) {
            var roles = names(connection);
            for (var role : roles.values()) {
                if (!"true".equals(ask(connection, TAKES, role))) {
                    return Map.of();
                }
            }
            return roles;
        }
    }

    /** What they are called in this database, whether they are there or not. */
    static Map<Role, String> names(ConnectionDetails login) throws SQLException {
        try (var connection = login.connect()) {
            return names(connection);
        }
    }

    private static Map<Role, String> names(Connection connection) throws SQLException {
        var database = ask(connection, "select current_database()", "");
        var roles = new EnumMap<Role, String>(Role.class);
        TAKEN.forEach(role -> roles.put(role, role.in(database)));
        return roles;
    }

    /** The names by role, none for the owner, who is the login; empty where the login may neither make nor take them. */
    static Map<Role, String> of(ConnectionDetails login) throws SQLException {
        try (var connection = login.connect()) {
            connection.setAutoCommit(false);
            var roles = names(connection);
            try {
                // Nodes that start at the same time take turns, until the transaction ends.
                ask(connection, "select pg_advisory_xact_lock(hashtext('taskledger roles'))::text", "");
                for (var role : roles.values()) {
                    make(connection, role);
                }
                connection.commit();
                return roles;
            } catch (SQLException refused) {
                connection.rollback();
                if (!MAY_NOT.equals(refused.getSQLState())) {
                    throw refused;
                }
                log.warn(
                        "The database does not guard the events: its login {} may not make roles. Give it CREATEROLE, or"
                                + " as an administrator: create role {} nologin; create role {} nologin; grant both to it.",
                        login.user(),
                        Role.quoted(String.valueOf(roles.get(Role.APPENDER))),
                        Role.quoted(String.valueOf(roles.get(Role.READER))));
                return Map.of();
            }
        }
    }

    private static void make(Connection connection, String role) throws SQLException {
        var found = ask(connection, TAKES, role);
        try (var statement = connection.createStatement()) {
            if (found.isEmpty()) {
                statement.execute("create role " + Role.quoted(role) + " nologin");
            }
            if (!"true".equals(ask(connection, TAKES, role))) {
                statement.execute("grant " + Role.quoted(role) + " to current_user");
            }
        }
    }

    private static String ask(Connection connection, String sql, String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            if (!parameter.isEmpty()) {
                statement.setString(1, parameter);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }
}
