package io.taskledger.app.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.TemporaryPostgres;
import io.taskledger.query.projection.Versions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static io.taskledger.app.database.Sessions.AN_EVENT;
import static io.taskledger.app.database.Sessions.ask;
import static io.taskledger.app.database.Sessions.refusal;
import static io.taskledger.app.database.Sessions.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What PostgreSQL refuses to each role, on the embedded server and on one that is reached with a single login. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {

    /** Of PostgreSQL's errors: {@code insufficient_privilege}. */
    private static final String MAY_NOT = "42501";

    private static final String READABLE = "(tasks|accounts|workspaces)_v1\\..*|ledger\\.(event|idempotency_key)"
            + "|readmodel\\.(live_version|version|rebuild|skipped_event)|automation\\.dead_letter_entry";

    private Database embedded;
    private Database external;
    private Database loginEach;

    enum Where {
        EMBEDDED,
        EXTERNAL,
        EXTERNAL_WITH_A_LOGIN_EACH
    }

    @BeforeAll
    void two_databases_with_a_version_of_each_projection(@TempDir Path data) throws SQLException {
        embedded = Database.open(TaskledgerSettings.of(Map.of(Setting.DATA.key(), data.toString()), data));
        external = Sessions.external(TemporaryPostgres.shared().freshDatabase());
        loginEach = Sessions.externalWithALoginEach(TemporaryPostgres.shared().freshDatabase());
        for (var database : List.of(embedded, external, loginEach)) {
            var schemas = Schemas.migrated(database);
            var owner = Sessions.as(Role.OWNER, database);
            var versions = new Versions(
                    JdbcClient.create(owner),
                    JdbcClient.create(owner),
                    new TransactionTemplate(new DataSourceTransactionManager(owner)),
                    schemas.versions());
            versions.make("tasks");
            versions.make("accounts");
            run(owner, AN_EVENT);
        }
    }

    @AfterAll
    void close() {
        embedded.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_appender_inserts_and_reads_events(Where where) throws SQLException {
        run(as(Role.APPENDER, where), AN_EVENT);

        assertThat(ask(as(Role.APPENDER, where), "select type from ledger.event limit 1"))
                .containsExactly("noted");
    }

    @ParameterizedTest
    @EnumSource
    void the_appender_changes_no_event(Where where) {
        var appender = as(Role.APPENDER, where);

        for (var sql : List.of(
                "update ledger.event set type = 'other'",
                "update ledger.event set payload = '{}' where position = 1",
                "delete from ledger.event",
                "truncate ledger.event",
                "drop table ledger.event",
                "drop schema ledger cascade",
                "alter table ledger.event drop constraint event_stream_sequence_key",
                "alter table ledger.event disable trigger all",
                "alter table ledger.event owner to current_user",
                "create trigger forged before insert on ledger.event execute function suppress_redundant_updates_trigger()",
                "create rule forged as on insert to ledger.event do instead nothing",
                "select * from ledger.event for update",
                "insert into ledger.event (type, event_id, happened_at, payload, metadata) overriding system value"
                        + " select type, event_id, happened_at, payload, metadata from ledger.event"
                        + " on conflict (position) do update set type = 'other'",
                "create table ledger.other (id text)",
                "create schema other")) {
            assertThat(refusal(appender, sql)).as(sql).isEqualTo(MAY_NOT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_appender_keeps_what_is_written_while_people_work(Where where) {
        var appender = as(Role.APPENDER, where);

        for (var table : List.of(
                "ledger.reservation",
                "ledger.idempotency_key",
                "security.session",
                "automation.job",
                "automation.dead_letter_entry",
                "readmodel.rebuild",
                "tasks_v1.task",
                "tasks_v1.token")) {
            assertThat(refusal(appender, "delete from " + table)).as(table).isEmpty();
        }
        assertThat(refusal(appender, "delete from security.flyway_schema_history"))
                .isEqualTo(MAY_NOT);
    }

    @ParameterizedTest
    @EnumSource
    void the_reader_reads_the_versions_and_which_of_them_are_live(Where where) throws SQLException {
        var reader = as(Role.READER, where);

        assertThat(ask(reader, "select id from tasks_v1.task")).isEmpty();
        assertThat(ask(reader, "select id from accounts_v1.account")).isEmpty();
        assertThat(ask(reader, "select projection from readmodel.live_version")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_reader_changes_nothing_anywhere(Where where) throws SQLException {
        var reader = as(Role.READER, where);
        var tables = tables(where);

        assertThat(tables).contains("ledger.event", "tasks_v1.task", "security.credential");
        for (var table : tables) {
            for (var sql : List.of("insert into %s default values", "delete from %s", "truncate %s", "drop table %s")) {
                assertThat(refusal(reader, sql.formatted(table)))
                        .as(sql.formatted(table))
                        .isEqualTo(MAY_NOT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_reader_reads_no_secret_and_no_job(Where where) throws SQLException {
        var reader = as(Role.READER, where);

        for (var table : tables(where)) {
            if (!table.matches(READABLE)) {
                assertThat(refusal(reader, "select * from " + table)).as(table).isEqualTo(MAY_NOT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_session_that_people_cause_can_look_past_a_policy(Where where) throws SQLException {
        for (var role : List.of(Role.APPENDER, Role.READER)) {
            assertThat(
                            ask(
                                    as(role, where),
                                    "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user"))
                    .as(role.name())
                    .containsExactly("f");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "EXTERNAL_WITH_A_LOGIN_EACH"})
    void who_signs_in_as_less_has_nothing_to_take_back(Where where) throws SQLException {
        var owner = ask(as(Role.OWNER, where), "select current_user").getFirst();
        for (var role : List.of(Role.APPENDER, Role.READER)) {
            assertThat(refusal(as(role, where), "reset role; set role none; delete from ledger.event"))
                    .isEqualTo(MAY_NOT);
            assertThat(refusal(as(role, where), "set role \"" + owner + "\"")).isEqualTo(MAY_NOT);
            assertThat(refusal(as(role, where), "set session authorization \"" + owner + "\""))
                    .isEqualTo(MAY_NOT);
            assertThat(refusal(as(role, where), "set row_security = off; select * from tasks_v1.task"))
                    .isEqualTo(MAY_NOT);
        }
    }

    @Test
    void a_role_that_could_become_another_is_not_signed_in_with() throws SQLException {
        var database = TemporaryPostgres.shared().freshDatabase();
        Sessions.run(database, "create role too_much");

        assertThatThrownBy(() -> Sessions.externalWithALoginEach(database, "grant too_much to %s"))
                .isInstanceOf(RoleUnfit.class)
                .hasMessageContaining("may become another");
    }

    @ParameterizedTest
    @EnumSource
    void a_session_has_its_limits_from_the_start(Where where) throws SQLException {
        assertThat(ask(as(Role.APPENDER, where), "select current_setting('transaction_timeout')"))
                .containsExactly("6s");
    }

    private DataSource as(Role role, Where where) {
        return Sessions.as(
                role,
                switch (where) {
                    case EMBEDDED -> embedded;
                    case EXTERNAL -> external;
                    case EXTERNAL_WITH_A_LOGIN_EACH -> loginEach;
                });
    }

    private List<String> tables(Where where) throws SQLException {
        return ask(as(Role.OWNER, where), """
                select quote_ident(schemaname) || '.' || quote_ident(tablename)
                from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')""");
    }
}
