package io.taskledger.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.taskledger.postgres.PostgresOptions.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BaseBackupTest {

    @TempDir
    Path parent;

    @Test
    void a_copy_taken_while_people_write_is_brought_back_to_any_later_instant_and_no_further() throws Exception {
        Path copy = parent.resolve("copy");
        BaseBackup taken;
        Instant wanted;
        String archive;
        try (EmbeddedPostgres server = archiving("first")) {
            ConnectionDetails database = server.database("kept");
            Sql.execute(database, "create table said (word text)");
            Sql.execute(database, "insert into said values ('before')");
            taken = BaseBackup.of(server, into(copy));
            Sql.execute(database, "insert into said values ('after')");
            wanted = Instant.parse(Sql.ask(
                    database,
                    "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
            Sql.execute(database, "insert into said values ('too late')");
            archive = server.archive().orElseThrow().name();
        }
        WalArchive log = WalArchive.of(parent.resolve("wal"), archive);
        assertThat(log.pack()).isEmpty();
        assertThat(log.gapAfter(taken.firstSegment())).isEmpty();
        Files.copy(parent.resolve("first/password"), Recovery.password(copy));

        try (EmbeddedPostgres back = new Recovery(copy, taken.firstSegment())
                .started(log, Optional.empty(), Optional.of(wanted))
                .server()) {
            assertThat(words(back)).isEqualTo("before after");
        }
        try (EmbeddedPostgres living = EmbeddedPostgres.start(copy, options())) {
            Sql.execute(living.database("kept"), "insert into said values ('again')");

            assertThat(words(living)).isEqualTo("before after again");
            assertThat(living.archive().orElseThrow().name()).startsWith(archive + "-");
        }
    }

    @Test
    void an_instant_after_the_end_of_the_log_gives_all_that_there_is_and_says_so() throws Exception {
        Path copy = parent.resolve("copy");
        BaseBackup taken;
        WalArchive log;
        try (EmbeddedPostgres server = archiving("first")) {
            Sql.execute(server.database("kept"), "create table said as select 'all' as word");
            taken = BaseBackup.of(server, into(copy));
            log = server.archive().orElseThrow();
        }
        Files.copy(parent.resolve("first/password"), Recovery.password(copy));

        Recovery.Recovered back = new Recovery(copy, taken.firstSegment())
                .started(log, Optional.empty(), Optional.of(Instant.now().plusSeconds(3_600)));

        try (EmbeddedPostgres server = back.server()) {
            assertThat(back.reached()).isFalse();
            assertThat(words(server)).isEqualTo("all");
        }
    }

    private EmbeddedPostgres archiving(String name) {
        return EmbeddedPostgres.start(parent.resolve(name), options());
    }

    private PostgresOptions options() {
        return PostgresOptions.forKeeps().withArchive(new Archive(parent.resolve("wal"), Duration.ofMinutes(5)));
    }

    private static String words(EmbeddedPostgres server) throws SQLException {
        return Sql.ask(server.database("kept"), "select string_agg(word, ' ' order by ctid) from said");
    }

    private static BaseBackup.Receiver into(Path folder) throws IOException {
        Recovery.layOut(folder);
        return new BaseBackup.Receiver() {
            @Override
            public void folder(String path) throws IOException {
                OwnerOnly.folder(Recovery.data(folder).resolve(path));
            }

            @Override
            public void file(String path, InputStream content) throws IOException {
                Files.copy(content, Recovery.data(folder).resolve(path));
            }
        };
    }
}
