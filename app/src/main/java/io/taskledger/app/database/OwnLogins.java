package io.taskledger.app.database;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import io.taskledger.app.database.Database.Entrance;
import io.taskledger.app.settings.ExternalDatabase;
import io.taskledger.postgres.ConnectionDetails;

/**
 * In a database that somebody else runs, roles that sign in themselves, each with a password of its own, as on the embedded
 * one: whoever can run SQL of their own in such a session has what the role has, and nothing to take back.
 */
final class OwnLogins {

    /** Whether the session may become somebody with more: by a role that it belongs to, or by being what passes all policies. */
    private static final String BEYOND_ITSELF = """
            select rolsuper or rolbypassrls or rolcreaterole or rolreplication
                or exists (select from pg_auth_members m where m.member = r.oid)
            from pg_roles r
            where rolname = session_user and session_user = ?""";

    private OwnLogins() {}

    /**
     * Empty where the user of the database is to take the roles.
     *
     * @throws RoleUnfit where one signs in as somebody else, or could become somebody else
     */
    static Optional<Map<Role, Entrance>> of(ExternalDatabase external, ConnectionDetails owner) throws SQLException {
        if (external.roles().isEmpty()) {
            return Optional.empty();
        }
        var passwords = external.roles().get();
        var names = BorrowedRoles.names(owner);
        var entrances = new EnumMap<Role, Entrance>(Role.class);
        entrances.put(Role.OWNER, new Entrance(owner, Optional.empty()));
        for (var role : names.entrySet()) {
            var password = role.getKey() == Role.APPENDER ? passwords.appender() : passwords.reader();
            var login = new ConnectionDetails(external.jdbcUrl(), role.getValue(), password);
            requireLess(login);
            entrances.put(role.getKey(), new Entrance(login, Optional.empty()));
        }
        return Optional.of(entrances);
    }

    private static void requireLess(ConnectionDetails login) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.prepareStatement(BEYOND_ITSELF)) {
            statement.setString(1, login.user());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new RoleUnfit(
                            "TASKLEDGER_DATABASE_URL names a user itself: leave user and password out of it, or "
                                    + login.user() + " cannot sign in.");
                }
                if (row.getBoolean(1)) {
                    throw new RoleUnfit("The database's role " + login.user()
                            + " may become another, or has more than the product wants it to have: make it by"
                            + " create role … login, and grant it nothing.");
                }
            }
        }
    }
}
