package io.taskledger.app.database;

import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the owner lets the others do. Given at each start; a table of the ledger is named here, or stays closed. */
final class Grants {

    private static final String LASTING = """
            grant usage on schema ledger, readmodel, automation, security to :appender;
            -- Never update, delete or truncate: what happened stays as it was written.
            revoke all on ledger.event from :appender;
            grant select, insert on ledger.event to :appender;
            grant select on ledger.readable_event to :appender;
            grant select, insert, update, delete
                on ledger.snapshot, ledger.reservation, ledger.idempotency_key to :appender;
            grant select, insert, update, delete on all tables in schema readmodel, automation, security to :appender;
            revoke all
                on readmodel.flyway_schema_history, automation.flyway_schema_history, security.flyway_schema_history
                from :appender;
            -- Histories, first answers and what waits are answers too.
            grant usage on schema ledger, readmodel, automation to :reader;
            grant select on ledger.event, ledger.idempotency_key, automation.dead_letter_entry to :reader;
            grant select (id, taken_by, done, total, succeeded, report) on automation.job to :reader;
            grant select
                on readmodel.live_version, readmodel.version, readmodel.rebuild, readmodel.skipped_event
                to :reader;
            """;

    private static final String VERSION = """
            grant usage on schema :schema to :appender, :reader;
            grant select, insert, update, delete on all tables in schema :schema to :appender;
            grant select on all tables in schema :schema to :reader;
            -- Whoever keeps the rows sees all of them; who answers people, what the policies of each table say.
            do $$
            declare
                kept text;
            begin
                for kept in
                    select format('%I.%I', n.nspname, c.relname)
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where '"' || n.nspname || '"' = ':schema' and c.relkind = 'r' and c.relrowsecurity
                        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'kept')
                loop
                    execute 'create policy kept on ' || kept || ' to :appender using (true) with check (true)';
                end loop;
            end
            $$;
            """;

    private static final String VERSIONS = """
            select nspname
            from pg_namespace
            join readmodel.version on nspname = projection || '_v' || version
            """;

    private final Optional<Others> others;

    /** Quoted names. */
    private record Others(String appender, String reader) {
        String in(String sql) {
            return sql.replace(":appender", appender).replace(":reader", reader);
        }
    }

    private Grants(Optional<Others> others) {
        this.others = others;
    }

    /** Nothing is granted where all sessions are one login's. */
    static Grants of(Database database) {
        return new Grants(database.roleName(Role.APPENDER)
                .flatMap(appender -> database.roleName(Role.READER)
                        .map(reader -> new Others(Role.quoted(appender), Role.quoted(reader)))));
    }

    void apply(DataSource owner) {
        if (others.isEmpty()) {
            return;
        }
        var jdbc = JdbcClient.create(owner);
        new TransactionTemplate(new DataSourceTransactionManager(owner)).executeWithoutResult(status -> {
            // Two grants at a time on one table, and PostgreSQL refuses the later: nodes take turns.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('taskledger grants'))::text")
                    .query(String.class)
                    .single();
            jdbc.sql(others.get().in(LASTING)).update();
            jdbc.sql(VERSIONS)
                    .query(String.class)
                    .list()
                    .forEach(schema -> jdbc.sql(onVersion(schema)).update());
        });
    }

    /** SQL for a version of a projection; nothing where nobody else is let in. */
    String onVersion(String schema) {
        return others.map(names -> names.in(VERSION).replace(":schema", Role.quoted(schema)))
                .orElse("");
    }
}
