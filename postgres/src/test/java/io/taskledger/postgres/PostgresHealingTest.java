package io.taskledger.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is killed comes back with every committed row. */
class PostgresHealingTest {

    private static final PostgresOptions OPTIONS = PostgresOptions.forKeeps();

    @TempDir
    Path folder;

    @Test
    void a_killed_server_comes_back_on_the_same_port_with_its_rows() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            ConnectionDetails database = server.database("kept");
            Sql.execute(database, "create table note (text text)", "insert into note values ('committed')");
            int port = server.port();
            long killed = postmaster();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            Awaiting.until(
                    "the same address answers",
                    () -> Sql.ask(database, "select text from note").equals("committed"));
            assertThat(postmaster()).isNotEqualTo(killed);
            assertThat(server.port()).isEqualTo(port);
        }
        // It may have answered before the upkeep knew of it, and is broken off then: a file may stay, a server not.
        assertThat(serversOf(folder)).isEmpty();
    }

    @Test
    void a_server_killed_again_and_again_comes_back_each_time() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            ConnectionDetails database = server.database("kept");
            Sql.execute(database, "create table note (number int)");
            for (int round = 1; round <= 3; round++) {
                Sql.execute(database, "insert into note values (" + round + ")");
                ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
                String rows = Integer.toString(round);
                Awaiting.until(
                        "round " + round,
                        () -> Sql.ask(database, "select count(*) from note").equals(rows));
            }
        }
    }

    @Test
    void closing_right_after_a_kill_leaves_no_server() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS);
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();

        server.close();

        Awaiting.until(
                "no process of this folder is left", () -> serversOf(folder).isEmpty());
        EmbeddedPostgres.start(folder, OPTIONS).close();
    }

    @Test
    void after_a_killed_jvm_its_orphan_is_stopped_and_the_committed_rows_are_there() throws Exception {
        try (AnotherJvm jvm = AnotherJvm.start("write", folder)) {
            jvm.await("written");
            long orphan = postmaster();
            jvm.kill();
            assertThat(serversOf(folder)).contains(orphan);

            try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
                assertThat(Sql.ask(server.database("kept"), "select string_agg(text, ', ') from note"))
                        .isEqualTo("committed");
                assertThat(serversOf(folder)).containsExactly(postmaster()).doesNotContain(orphan);
            }
        }
    }

    @Test
    void after_both_are_killed_the_committed_rows_are_there() throws Exception {
        try (AnotherJvm jvm = AnotherJvm.start("write", folder)) {
            jvm.await("written");
            long server = postmaster();
            jvm.kill();
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            assertThat(Sql.ask(server.database("kept"), "select string_agg(text, ', ') from note"))
                    .isEqualTo("committed");
        }
    }

    @Test
    void a_jvm_that_is_asked_to_end_takes_its_server_along() throws Exception {
        try (AnotherJvm jvm = AnotherJvm.start("write", folder)) {
            jvm.await("written");
            long server = postmaster();

            jvm.terminate();

            assertThat(serversOf(folder)).doesNotContain(server);
            assertThat(PostmasterPid.file(folder.resolve("data"))).doesNotExist();
        }
    }

    @Test
    void a_pid_file_that_names_a_foreign_process_is_taken_for_stale_and_that_process_left_alone() throws Exception {
        EmbeddedPostgres.start(folder, OPTIONS).close();
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            Path file = PostmasterPid.file(folder.resolve("data"));
            Files.writeString(file, foreign.pid() + "\n" + folder.resolve("data") + "\n1700000000\n5432\n\n\n");

            try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
                assertThat(Sql.ask(server.database("kept"), "select 1")).isEqualTo("1");
                assertThat(postmaster()).isNotEqualTo(foreign.pid());
                assertThat(foreign.isAlive()).isTrue();
            }
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void an_empty_pid_file_is_removed() throws Exception {
        EmbeddedPostgres.start(folder, OPTIONS).close();
        Files.createFile(PostmasterPid.file(folder.resolve("data")));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            assertThat(Sql.ask(server.database("kept"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_half_made_database_is_removed_and_made_anew() throws Exception {
        Path half = Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(half.resolve("1"), "rubbish");
        Files.createDirectories(folder.resolve("data.new-of-a-killed-start"));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            assertThat(Sql.ask(server.database("kept"), "select 1")).isEqualTo("1");
        }
        try (var entries = Files.list(folder)) {
            assertThat(entries.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("data", "log", "lock", "password");
        }
    }

    private long postmaster() {
        try {
            return PostmasterPid.in(folder.resolve("data")).orElseThrow().pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By what they were started with: a process that ended but that nobody has reaped yet has no arguments. */
    private static List<Long> serversOf(Path folder) {
        List<Long> servers = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments)
                                .contains(folder.resolve("data").toString()))
                        .isPresent())
                .forEach(process -> servers.add(process.pid()));
        return servers;
    }
}
