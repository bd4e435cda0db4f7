package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TemporaryPostgresTest {

    @Test
    void each_fresh_database_is_empty_and_alone() throws SQLException {
        ConnectionDetails first = TemporaryPostgres.shared().freshDatabase();
        ConnectionDetails second = TemporaryPostgres.shared().freshDatabase();

        Sql.execute(first, "create table note (text text)");

        assertThat(Sql.ask(first, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("1");
        assertThat(Sql.ask(second, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    void a_prepared_database_is_prepared_once_and_each_copy_is_alone() throws SQLException {
        var times = new AtomicInteger();
        Consumer<ConnectionDetails> preparation = empty -> {
            times.incrementAndGet();
            try {
                Sql.execute(empty, "create table note as select 'prepared' as text");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        var first = TemporaryPostgres.shared().freshDatabase("notes", preparation);
        var second = TemporaryPostgres.shared().freshDatabase("notes", preparation);
        Sql.execute(first, "delete from note");

        assertThat(Sql.ask(second, "select text from note")).isEqualTo("prepared");
        assertThat(times).hasValue(1);
    }

    @Test
    void it_does_not_flush_unless_asked_to() throws SQLException {
        assertThat(Sql.ask(TemporaryPostgres.shared().freshDatabase(), "show fsync"))
                .isEqualTo("off");
        try (TemporaryPostgres flushing = TemporaryPostgres.start(PostgresOptions.forKeeps())) {
            assertThat(Sql.ask(flushing.freshDatabase(), "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void closing_it_leaves_nothing() throws IOException {
        TemporaryPostgres closed = TemporaryPostgres.start(PostgresOptions.throwAway());
        Path folder = closed.server().folder();
        long postmaster = PostmasterPid.in(folder.resolve("data")).orElseThrow().pid();
        assertThat(new PostmasterPid(postmaster, true).serves(folder.resolve("data")))
                .isTrue();

        closed.close();

        assertThat(folder).doesNotExist();
        assertThat(new PostmasterPid(postmaster, true).serves(folder.resolve("data")))
                .isFalse();
    }

    @Test
    void neither_its_process_nor_its_folder_outlives_a_killed_jvm(@TempDir Path nothing) throws Exception {
        try (AnotherJvm jvm = AnotherJvm.start("temporary", nothing)) {
            Path folder = Path.of(jvm.await("folder"));
            long postmaster =
                    PostmasterPid.in(folder.resolve("data")).orElseThrow().pid();

            assertThat(new PostmasterPid(postmaster, true).serves(folder.resolve("data")))
                    .isTrue();

            jvm.kill();

            Awaiting.until("the folder is gone", () -> !Files.exists(folder));
            Awaiting.until(
                    "the server is gone", () -> !new PostmasterPid(postmaster, true).serves(folder.resolve("data")));
        }
    }
}
