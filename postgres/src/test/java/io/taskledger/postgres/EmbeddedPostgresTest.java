package io.taskledger.postgres;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPostgresTest {

    private static final PostgresOptions OPTIONS = PostgresOptions.forKeeps().withLockWait(Duration.ofMillis(300));

    @TempDir
    Path parent;

    Path folder;

    @BeforeEach
    void a_folder_that_is_not_there_yet() {
        folder = parent.resolve("some where").resolve("postgres");
    }

    @Test
    void a_first_start_makes_everything_and_closes_it_to_others() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            assertThat(modeOf(folder)).isEqualTo("rwx------");
            assertThat(modeOf(folder.resolve("data"))).isEqualTo("rwx------");
            assertThat(modeOf(folder.resolve("log"))).isEqualTo("rwx------");
            assertThat(modeOf(folder.resolve("password"))).isEqualTo("rw-------");
            assertThat(modeOf(folder.resolve("lock"))).isEqualTo("rw-------");
            assertThat(modeOf(folder.resolve("endpoint.properties"))).isEqualTo("rw-------");
            assertThat(modeOf(folder.resolve("log/postgres.log"))).isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("password")).strip())
                    .isEqualTo(server.password())
                    .hasSizeGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void a_commit_is_flushed_and_pages_carry_checksums() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            ConnectionDetails database = server.database("kept");

            assertThat(Sql.ask(database, "show server_version")).startsWith("18.");
            assertThat(Sql.ask(database, "show fsync")).isEqualTo("on");
            assertThat(Sql.ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(Sql.ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(Sql.ask(database, "show data_checksums")).isEqualTo("on");
            assertThat(Sql.ask(database, "show recovery_init_sync_method"))
                    .isEqualTo(ServerSettings.SYNCS_AS_A_WHOLE ? "syncfs" : "fsync");
            assertThat(Sql.ask(database, "show timezone")).isEqualTo("UTC");
            assertThat(Sql.ask(
                            database,
                            "select format('%s %s %s', datlocprovider, datlocale, pg_encoding_to_char(encoding)) from pg_database"
                                    + " where datname = current_database()"))
                    .isEqualTo("b C.UTF-8 UTF8");
        }
    }

    @Test
    void only_who_knows_the_password_comes_in() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            ConnectionDetails guess = new ConnectionDetails(server.jdbcUrl("postgres"), server.superuser(), "guess");

            assertThatThrownBy(guess::connect).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void only_the_loopback_address_answers() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port()).close();
            for (InetAddress address : NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList()) {
                assertThatThrownBy(() -> new Socket(address, server.port()).close())
                        .isInstanceOf(ConnectException.class);
            }
            assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.2"), server.port()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_restart_keeps_the_rows_and_the_password() throws SQLException {
        String password;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            password = server.password();
            Sql.execute(
                    server.database("kept"), "create table note (text text)", "insert into note values ('first run')");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            assertThat(server.password()).isEqualTo(password);
            assertThat(Sql.ask(server.database("kept"), "select text from note"))
                    .isEqualTo("first run");
        }
    }

    @Test
    void settings_of_the_caller_win_except_for_the_address() throws SQLException {
        PostgresOptions options = OPTIONS.withSettings(Map.of(
                "archive_mode", "on",
                "archive_command", "test -n '%p'",
                "max_connections", "20",
                "listen_addresses", "0.0.0.0"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, options)) {
            ConnectionDetails database = server.database("postgres");

            assertThat(Sql.ask(database, "show archive_mode")).isEqualTo("on");
            assertThat(Sql.ask(database, "show archive_command")).isEqualTo("test -n '%p'");
            assertThat(Sql.ask(database, "show max_connections")).isEqualTo("20");
            assertThat(Sql.ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void what_people_write_stays_out_of_the_log() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            ConnectionDetails database = server.database("kept");
            Sql.execute(database, "create table account (mail text constraint one_mail unique)");
            Sql.execute(database, "insert into account values ('ada@example.org')");

            assertThatThrownBy(() -> Sql.execute(database, "insert into account values ('ada@example.org')"))
                    .hasMessageContaining("one_mail");

            Path log = folder.resolve("log/postgres.log");
            Awaiting.until("the error is logged", () -> Files.readString(log).contains("one_mail"));
            assertThat(Files.readString(log)).doesNotContain("ada@example.org");
        }
    }

    @Test
    void closing_twice_is_closing_once() {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS);
        server.close();
        server.close();

        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(folder.resolve("endpoint.properties")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrl_c_does_not_reach_the_server_since_it_has_a_session_of_its_own() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            long postmaster = PostmasterPid.in(server.folder().resolve("data"))
                    .orElseThrow()
                    .pid();
            String stat = Files.readString(Path.of("/proc", Long.toString(postmaster), "stat"));
            // proc(5): after the name in brackets come state, parent, process group, session
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);

            assertThat(fields[1])
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
            assertThat(fields[3]).isEqualTo(Long.toString(postmaster));
        }
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
