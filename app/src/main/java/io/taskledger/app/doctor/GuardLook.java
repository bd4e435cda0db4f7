package io.taskledger.app.doctor;

import java.util.stream.Stream;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the database itself refuses to change an event to those who work with it. */
final class GuardLook {

    private static final String ABOUT = "guarded events";

    /** What a role may do that it should not, by whatever way it came to it. */
    private static final String TOO_MUCH = """
            select string_agg(word, ', ')
            from (
                select 'is a superuser' as word from pg_roles where rolname = :role and rolsuper
                union all
                select 'passes row-level security' from pg_roles where rolname = :role and rolbypassrls
                union all
                select 'may ' || privilege || ' events'
                from unnest(array['update', 'delete', 'truncate']) as privilege
                where has_table_privilege(:role, 'ledger.event', privilege)
                union all
                select 'may update columns of events'
                where has_any_column_privilege(:role, 'ledger.event', 'update')
                and not has_table_privilege(:role, 'ledger.event', 'update')
                union all
                select 'owns the events'
                from pg_class
                where oid = 'ledger.event'::regclass and pg_has_role(:role, relowner, 'usage')
                and not (select rolsuper from pg_roles where rolname = :role)
            ) as too_much""";

    private GuardLook() {}

    static Finding look(Database database, JdbcClient owner) {
        if (database.roleName(Role.APPENDER).isEmpty()) {
            return Finding.warn(
                    ABOUT,
                    "no: the login has no roles to take (docs/operations.md, Database roles), and may change events");
        }
        return Stream.of(Role.APPENDER, Role.READER)
                .flatMap(role -> database.roleName(role).stream())
                .flatMap(name -> owner.sql(TOO_MUCH).param("role", name).query(String.class).optional().stream()
                        .map(what -> name + " " + what))
                .reduce((one, other) -> one + "; " + other)
                .map(what ->
                        Finding.fail(ABOUT, what + ": take that away, or start the product, which sets its own rights"))
                .orElseGet(() -> Finding.ok(ABOUT, "whoever works with them may add events, never change them"));
    }
}
