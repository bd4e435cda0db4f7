package io.taskledger.app.database;

import java.sql.SQLException;

import io.taskledger.postgres.ConnectionDetails;

/** The embedded server's superuser, who does nothing else, hands the database over to its owner. */
final class Handover {

    /** Also what a build made that had no roles: everything in there was the superuser's. */
    private static final String EVERYTHING = """
            do $$
            declare
                one record;
            begin
                for one in
                    select oid::regnamespace as name
                    from pg_namespace
                    where nspowner = current_user::regrole and nspname !~ '^pg_' and nspname <> 'information_schema'
                loop
                    execute format('alter schema %s owner to :owner', one.name);
                end loop;
                -- Indexes and the sequences of columns go with their tables.
                for one in
                    select oid::regclass as name
                    from pg_class
                    where relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm')
                    and relnamespace not in (
                        select oid from pg_namespace where nspname ~ '^pg_' or nspname = 'information_schema'
                    )
                loop
                    execute format('alter table %s owner to :owner', one.name);
                end loop;
            end $$;
            alter database :database owner to :owner;
            """;

    private Handover() {}

    /** The roles are there. Doing it again changes nothing. */
    static void toOwner(ConnectionDetails superuser, String database) throws SQLException {
        var owner = Role.quoted(Role.OWNER.in(database));
        var appender = Role.quoted(Role.APPENDER.in(database));
        var reader = Role.quoted(Role.READER.in(database));
        var name = Role.quoted(database);
        try (var connection = superuser.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(EVERYTHING.replace(":owner", owner).replace(":database", name));
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + appender + ", " + reader);
            // The owner watches how long appends are open, which PostgreSQL does not show to everybody.
            statement.execute("grant pg_read_all_stats to " + owner);
            connection.commit();
        }
    }
}
