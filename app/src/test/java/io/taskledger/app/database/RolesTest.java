package io.taskledger.app.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.postgres.PostgresOptions;
import io.taskledger.postgres.TemporaryPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static io.taskledger.app.database.Sessions.AN_EVENT;
import static io.taskledger.app.database.Sessions.ask;
import static io.taskledger.app.database.Sessions.refusal;
import static io.taskledger.app.database.Sessions.run;
import static org.assertj.core.api.Assertions.assertThat;

/** How the roles come to be. */
class RolesTest {

    private static final String MAY_NOT = "42501";
    private static final int NODES = 6;

    @TempDir
    private Path data;

    @Test
    void a_data_folder_of_a_build_without_roles_is_handed_over_with_all_that_it_holds() throws Exception {
        try (var before = EmbeddedPostgres.start(data.resolve("postgres"), PostgresOptions.throwAway())) {
            var superuser = before.database(Database.NAME);
            for (var schema : List.of("ledger", "readmodel", "automation", "security")) {
                migrate(superuser, schema);
            }
            var session = new DriverManagerDataSource(superuser.jdbcUrl(), superuser.user(), superuser.password());
            run(
                    session,
                    "create schema tasks_v1; create table tasks_v1.task (id text, no int generated always as identity)");
            run(session, "insert into tasks_v1.task values ('task-1')");
            run(session, "insert into readmodel.version (projection, version, shape) values ('tasks', 1, 'of before')");
            run(session, AN_EVENT);
        }
        assertThat(data.resolve("postgres/passwords")).doesNotExist();

        for (int start = 1; start <= 2; start++) {
            try (var database = embedded()) {
                Schemas.migrated(database);
                var appender = Sessions.as(Role.APPENDER, database);
                assertThat(ask(appender, "select type from ledger.event")).hasSize(start);
                run(appender, AN_EVENT);
                assertThat(refusal(appender, "update ledger.event set type = ''"))
                        .isEqualTo(MAY_NOT);
                assertThat(ask(Sessions.as(Role.READER, database), "select id from tasks_v1.task"))
                        .containsExactly("task-1");
                run(
                        Sessions.as(Role.OWNER, database),
                        "alter table tasks_v1.task add column more_%d text".formatted(start));
            }
        }
    }

    @Test
    void each_role_has_a_password_of_its_own_in_a_file_that_nobody_else_can_read() throws Exception {
        try (var database = embedded()) {
            assertThat(ask(Sessions.as(Role.READER, database), "select current_user || ' ' || session_user"))
                    .containsExactly("taskledger_reader taskledger_reader");
        }
        var passwords = new ArrayList<String>();
        for (var role : Role.values()) {
            var file = data.resolve("postgres/passwords").resolve(role.in(Database.NAME));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            passwords.add(Files.readString(file));
        }
        passwords.add(Files.readString(data.resolve("postgres/password")));
        assertThat(passwords)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.strip().length() == 43);
    }

    @Test
    void a_lost_password_is_made_anew() throws Exception {
        embedded().close();
        var file = data.resolve("postgres/passwords").resolve(Role.APPENDER.in(Database.NAME));
        var lost = Files.readString(file);
        Files.delete(file);

        try (var database = embedded()) {
            assertThat(Files.readString(file)).isNotEqualTo(lost);
            assertThat(ask(Sessions.as(Role.APPENDER, database), "select current_user"))
                    .containsExactly("taskledger_appender");
        }
    }

    @Test
    void nodes_that_start_at_the_same_time_do_not_get_in_each_others_way() throws Exception {
        var login = TemporaryPostgres.shared().freshDatabase();
        var together = new CyclicBarrier(NODES);
        Callable<List<String>> start = () -> {
            together.await();
            var database = Sessions.external(login);
            Schemas.migrated(database);
            return ask(Sessions.as(Role.APPENDER, database), "select current_user");
        };
        try (var nodes = Executors.newFixedThreadPool(NODES)) {
            var names = new ArrayList<List<String>>();
            for (Future<List<String>> node : nodes.invokeAll(Collections.nCopies(NODES, start))) {
                names.add(node.get());
            }
            assertThat(names).hasSize(NODES).containsOnly(List.of(Role.APPENDER.in(nameOf(login))));
        }
    }

    @Test
    void two_databases_of_one_cluster_have_roles_of_their_own() throws SQLException {
        var one = TemporaryPostgres.shared().freshDatabase();
        var other = TemporaryPostgres.shared().freshDatabase();
        Schemas.migrated(Sessions.external(one));
        Schemas.migrated(Sessions.external(other));
        var stranger = new DriverManagerDataSource(other.jdbcUrl(), other.user(), other.password());

        try (var connection = stranger.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set role " + Role.quoted(Role.APPENDER.in(nameOf(one))));
            assertThat(catchState(() -> ask(connection, "select 1 from ledger.event")))
                    .isEqualTo(MAY_NOT);
        }
    }

    @Test
    void a_long_name_of_a_database_gives_names_that_postgresql_does_not_cut() {
        var long_ = "d".repeat(63);

        assertThat(Role.APPENDER.in(long_))
                .hasSizeLessThan(64)
                .endsWith("_appender")
                .isNotEqualTo(Role.READER.in(long_));
        assertThat(Role.APPENDER.in(long_)).isNotEqualTo(Role.APPENDER.in("d".repeat(62) + "e"));
    }

    @Test
    void a_login_that_may_not_make_roles_works_alone_until_it_is_given_some() throws SQLException {
        var cluster = TemporaryPostgres.shared().freshDatabase();
        var name = nameOf(cluster);
        var administrator = new DriverManagerDataSource(cluster.jdbcUrl(), cluster.user(), cluster.password());
        run(
                administrator,
                "create role %1$s_login login password 'secret'; grant create on database %1$s to %1$s_login"
                        .formatted(name));
        var login = new ConnectionDetails(cluster.jdbcUrl(), name + "_login", "secret");

        var alone = Sessions.external(login);
        Schemas.migrated(alone);
        assertThat(ask(Sessions.as(Role.APPENDER, alone), "select current_user"))
                .containsExactly(name + "_login");
        run(Sessions.as(Role.APPENDER, alone), AN_EVENT);

        run(
                administrator,
                "create role %1$s_appender nologin; create role %1$s_reader nologin;".formatted(name)
                        + "grant %1$s_appender, %1$s_reader to %1$s_login".formatted(name));
        var guarded = Sessions.external(login);
        Schemas.migrated(guarded);
        var appender = Sessions.as(Role.APPENDER, guarded);
        assertThat(ask(appender, "select current_user")).containsExactly(name + "_appender");
        run(appender, AN_EVENT);
        assertThat(refusal(appender, "delete from ledger.event")).isEqualTo(MAY_NOT);
    }

    @Test
    void a_login_that_may_make_roles_but_is_no_superuser_makes_and_takes_them() throws SQLException {
        var cluster = TemporaryPostgres.shared().freshDatabase();
        var name = nameOf(cluster);
        run(
                new DriverManagerDataSource(cluster.jdbcUrl(), cluster.user(), cluster.password()),
                "create role %1$s_login login createrole password 'secret'; grant create on database %1$s to %1$s_login"
                        .formatted(name));

        var database = Sessions.external(new ConnectionDetails(cluster.jdbcUrl(), name + "_login", "secret"));
        Schemas.migrated(database);

        var appender = Sessions.as(Role.APPENDER, database);
        run(appender, AN_EVENT);
        assertThat(refusal(appender, "truncate ledger.event")).isEqualTo(MAY_NOT);
        assertThat(refusal(Sessions.as(Role.READER, database), "select 1 from security.credential"))
                .isEqualTo(MAY_NOT);
    }

    private Database embedded() throws SQLException {
        return Database.open(TaskledgerSettings.of(Map.of(Setting.DATA.key(), data.toString()), data));
    }

    private static String nameOf(ConnectionDetails database) {
        return database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
    }

    private static String catchState(Callable<?> work) throws SQLException {
        try {
            work.call();
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    private static void migrate(ConnectionDetails login, String schema) {
        Flyway.configure()
                .dataSource(login.jdbcUrl(), login.user(), login.password())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
    }
}
