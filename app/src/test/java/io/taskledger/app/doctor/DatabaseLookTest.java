package io.taskledger.app.doctor;

import java.nio.file.Path;
import java.util.Map;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Schemas;
import io.taskledger.app.doctor.Finding.Verdict;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that somebody else runs, looked over. */
class DatabaseLookTest {

    private final ConnectionDetails login = TemporaryPostgres.shared().freshDatabase();
    private final JdbcClient sql =
            JdbcClient.create(new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password()));

    @TempDir
    private Path home;

    private TaskledgerSettings settings;

    @BeforeEach
    void settings_that_name_it() {
        settings = TaskledgerSettings.of(
                Map.of(
                        "TASKLEDGER_DATABASE_URL", login.jdbcUrl(),
                        "TASKLEDGER_DATABASE_USER", login.user(),
                        "TASKLEDGER_DATABASE_PASSWORD", login.password()),
                home);
    }

    @Test
    void a_look_makes_nothing() {
        DatabaseLook.look(settings);

        assertThat(roles()).isZero();
        assertThat(sql.sql("select count(*) from pg_namespace where nspname in ('ledger', 'security')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            grant insert on ledger.event to %s                          | OK
            grant update on ledger.event to %s                          | FAIL
            grant delete on ledger.event to public                      | FAIL
            grant truncate on ledger.event to %s                        | FAIL
            grant update (payload) on ledger.event to %s                | FAIL
            alter role %s bypassrls                                     | FAIL
            alter role %s superuser                                     | FAIL
            alter table ledger.event owner to %s                        | FAIL
            """)
    void a_role_that_may_alter_an_event_is_told(String change, Verdict verdict) throws Exception {
        try (var database = Database.open(settings)) {
            Schemas.migrated(database);
        }
        var appender =
                '"' + sql.sql("select current_database()").query(String.class).single() + "_appender\"";
        sql.sql(change.formatted(appender)).update();

        assertThat(DatabaseLook.look(settings))
                .filteredOn(finding -> finding.about().equals("guarded events"))
                .extracting(Finding::verdict)
                .containsExactly(verdict);
    }

    @Test
    void a_login_without_roles_is_told() throws Exception {
        try (var database = Database.open(settings)) {
            Schemas.migrated(database);
        }
        sql.sql("select current_database()").query(String.class).list().forEach(name -> {
            sql.sql("drop owned by \"%s_reader\"".formatted(name)).update();
            sql.sql("drop role \"%s_reader\"".formatted(name)).update();
        });

        assertThat(DatabaseLook.look(settings))
                .contains(
                        Finding.warn(
                                "guarded events",
                                "no: the login has no roles to take (docs/operations.md, Database roles), and may change events"));
        assertThat(roles()).as("still without the reader").isEqualTo(1);
    }

    private long roles() {
        return sql.sql("select count(*) from pg_roles where rolname like current_database() || '\\_%'")
                .query(Long.class)
                .single();
    }
}
