package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One folder, one process; and words that help where a folder cannot be used. */
class PostgresFolderTest {

    private static final PostgresOptions OPTIONS = PostgresOptions.throwAway().withLockWait(Duration.ofMillis(300));

    @TempDir
    Path folder;

    @Test
    void a_second_launcher_is_refused_and_the_first_keeps_its_lock() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder, OPTIONS)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, OPTIONS))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("another Taskledger in this process is using " + folder);
            assertThat(RunningPostgres.find(folder)).isPresent();

            // The refusal and the look above must not have given the lock up to others.
            try (AnotherJvm second = AnotherJvm.start("open", folder)) {
                assertThat(second.await("refused"))
                        .isEqualTo("another Taskledger (process "
                                + ProcessHandle.current().pid() + ") is using " + folder
                                + ": stop it, or name another folder");
            }
            assertThat(Sql.ask(first.database("kept"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_quick_restart_waits_for_the_one_that_is_leaving() throws Exception {
        try (AnotherJvm leaving = AnotherJvm.start("write", folder)) {
            leaving.await("written");
            Thread stopping = Thread.ofVirtual().start(() -> {
                try {
                    leaving.terminate();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, OPTIONS.withLockWait(Duration.ofSeconds(30)))) {
                assertThat(Sql.ask(next.database("kept"), "select text from note"))
                        .isEqualTo("committed");
            }
            stopping.join();
        }
    }

    @Test
    void a_running_server_is_found_from_beside_it_and_only_while_it_runs() throws Exception {
        assertThat(RunningPostgres.find(folder)).isEmpty();
        assertThat(RunningPostgres.find(folder.resolve("missing"))).isEmpty();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, OPTIONS)) {
            ConnectionDetails database = server.database("kept");

            Optional<RunningPostgres> found = RunningPostgres.find(folder);

            assertThat(found.map(running -> running.database("kept"))).contains(database);
            assertThat(Sql.ask(found.orElseThrow().database("kept"), "select current_database()"))
                    .isEqualTo("kept");
            assertThat(found.orElseThrow().toString()).doesNotContain(server.password());
            try (AnotherJvm beside = AnotherJvm.start("find", folder)) {
                assertThat(beside.await("found"))
                        .isEqualTo(ProcessHandle.current().pid() + " " + server.port());
            }
        }
        assertThat(RunningPostgres.find(folder)).isEmpty();
    }

    @Test
    void what_a_killed_one_left_is_not_taken_for_running() throws Exception {
        try (AnotherJvm killed = AnotherJvm.start("write", folder)) {
            killed.await("written");
            assertThat(RunningPostgres.find(folder)).isPresent();
            killed.kill();
        }
        assertThat(folder.resolve("endpoint.properties")).exists();
        assertThat(RunningPostgres.find(folder)).isEmpty();
        EmbeddedPostgres.start(folder, OPTIONS).close(); // takes the orphan away
    }

    @Test
    void a_file_where_the_folder_should_be_is_one_clear_error() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedPostgres.start(file, OPTIONS))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining(file + " cannot hold the database")
                .hasMessageContaining("name another folder");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("below"), OPTIONS))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("cannot hold the database");
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void data_that_are_not_a_database_are_left_as_they_are() throws IOException {
        Path note = Files.createDirectories(folder.resolve("data")).resolve("note.txt");
        Files.writeString(note, "mine");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, OPTIONS))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("is not a PostgreSQL data folder");
        assertThat(note).hasContent("mine");
    }

    @Test
    void another_major_version_is_refused_before_it_is_touched() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, OPTIONS))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("was made by PostgreSQL 17");
    }

    @Test
    void a_lost_password_is_named_and_an_open_one_closed() throws Exception {
        EmbeddedPostgres.start(folder, OPTIONS).close();
        Path password = folder.resolve("password");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        EmbeddedPostgres.start(folder, OPTIONS).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        Files.delete(password);
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, OPTIONS))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("password cannot be read from " + password);
    }

    @Test
    void a_setting_that_postgresql_does_not_know_is_told_in_its_own_words() {
        PostgresOptions wrong = OPTIONS.withSettings(Map.of("no_such_setting", "1"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, wrong))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
        EmbeddedPostgres.start(folder, OPTIONS).close(); // and the folder is free again
    }
}
