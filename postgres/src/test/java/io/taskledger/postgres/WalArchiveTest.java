package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.taskledger.postgres.PostgresOptions.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WalArchiveTest {

    private static final String ONE = "000000010000000000000001";
    private static final String TWO = "000000010000000000000002";
    private static final String LAST_OF_A_LOG = "0000000100000000000000FF";
    private static final String NEXT = "000000010000000100000000";

    @TempDir
    Path folder;

    private WalArchive archive;

    @BeforeEach
    void an_archive() {
        archive = new WalArchive(folder);
    }

    @Test
    void what_is_packed_says_the_same_and_what_comes_again_is_compared() throws IOException {
        came(ONE, "the log");
        assertThat(archive.pack()).isEmpty();
        assertThat(folder).isDirectoryContaining("glob:**" + ONE + ".gz").isDirectoryNotContaining("glob:**" + ONE);
        assertThat(archive.check(ONE)).isEqualTo("the log".length());

        came(ONE, "the log");
        assertThat(archive.pack()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**" + ONE);

        came(ONE, "another's");
        assertThat(archive.pack()).containsExactly(ONE);
        assertThat(folder.resolve(ONE)).hasContent("another's");
        assertThat(archive.check(ONE)).isEqualTo("the log".length());
    }

    @Test
    void what_was_packed_and_damaged_is_made_anew_where_it_comes_again() throws IOException {
        came(ONE, "the log ".repeat(1_000));
        archive.pack();
        Path packed = folder.resolve(ONE + ".gz");
        Files.write(packed, Arrays.copyOf(Files.readAllBytes(packed), 30));
        came(ONE, "the log ".repeat(1_000));
        came(TWO, "what came next");

        assertThat(archive.pack()).isEmpty();

        assertThat(archive.check(ONE)).isEqualTo(8_000);
        assertThat(archive.check(TWO)).isEqualTo("what came next".length());
    }

    @Test
    void what_a_kill_left_half_is_made_anew() throws IOException {
        came(ONE, "the log");
        Files.writeString(folder.resolve(ONE + ".half"), "th");
        Path old = Files.writeString(folder.resolve("archtemp." + TWO + ".17.4"), "ha");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path young = Files.writeString(folder.resolve("archtemp." + TWO + ".18.5"), "ha");

        assertThat(archive.pack()).isEmpty();

        assertThat(archive.segments()).containsExactly(ONE);
        assertThat(archive.check(ONE)).isEqualTo("the log".length());
        assertThat(folder).isDirectoryNotContaining("glob:**.half");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void two_may_pack_at_once() throws Exception {
        var large = "x".repeat(1 << 20);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 10; round++) {
                for (int segment = 0; segment < 4; segment++) {
                    came("0000000100000000000000%X%X".formatted(round, segment), large);
                }
                var packing = IntStream.range(0, 4)
                        .mapToObj(_ -> threads.submit(new WalArchive(folder)::pack))
                        .toList();
                for (var one : packing) {
                    assertThat(one.get()).isEmpty();
                }
            }
        }
        assertThat(archive.segments()).hasSize(40);
        assertThat(folder).isDirectoryNotContaining("glob:**.half");
    }

    @Test
    void a_gap_is_found_also_where_the_count_begins_anew() throws IOException {
        came(LAST_OF_A_LOG, "a");
        came(NEXT, "b");
        assertThat(archive.gapAfter(LAST_OF_A_LOG)).isEmpty();
        assertThat(archive.gapAfter("0000000100000000000000FE")).contains("0000000100000000000000FE");

        came("000000010000000100000002", "d");
        assertThat(archive.gapAfter(LAST_OF_A_LOG)).contains("000000010000000100000001");
    }

    @Test
    void what_comes_before_the_oldest_copy_goes_on_every_timeline() throws IOException {
        came(ONE, "a");
        came("000000020000000000000001", "b");
        came(TWO, "c");
        came("00000002.history", "h");

        archive.removeBefore(TWO);

        assertThat(archive.segments()).containsExactly(TWO);
        assertThat(archive.has("00000002.history")).isTrue();
    }

    @Test
    void a_file_that_is_cut_off_does_not_pass() throws IOException {
        came(ONE, "the log ".repeat(1_000));
        archive.pack();
        Path packed = folder.resolve(ONE + ".gz");
        Files.write(packed, Arrays.copyOf(Files.readAllBytes(packed), 30));

        assertThatThrownBy(() -> archive.check(ONE)).isInstanceOf(IOException.class);
    }

    @Test
    void the_server_goes_on_archiving_after_kills_whatever_was_packed_meanwhile() throws Exception {
        Path home = folder.resolve("server");
        PostgresOptions options =
                PostgresOptions.forKeeps().withArchive(new Archive(folder.resolve("wal"), Duration.ofMinutes(5)));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, options)) {
            WalArchive kept = server.archive().orElseThrow();
            ConnectionDetails database = server.database("kept");
            for (int round = 0; round < 2; round++) {
                String segment = archived(database, kept);
                long pid = Long.parseLong(
                        Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
                // As if the server had not heard that it is archived already.
                Path done = home.resolve("data/pg_wal/archive_status").resolve(segment + ".done");
                kept.pack();
                ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
                postmaster.destroyForcibly();
                postmaster.onExit().join();
                if (Files.exists(done)) {
                    Files.move(done, done.resolveSibling(segment + ".ready"));
                }
                Awaiting.until("it is back", () -> Sql.ask(database, "select 1").equals("1"));
                assertThat(archived(database, kept)).isGreaterThan(segment);
                assertThat(kept.pack()).isEmpty();
                assertThat(kept.gapAfter(segment)).isEmpty();
            }
        }
    }

    /** Fills a segment up, and waits until it is in the archive. */
    private static String archived(ConnectionDetails database, WalArchive kept) throws Exception {
        Sql.execute(database, "create table if not exists filling (n int)", "insert into filling values (1)");
        String segment = Sql.ask(database, "select pg_walfile_name(pg_switch_wal())");
        Awaiting.until(segment + " is archived", () -> kept.has(segment));
        return segment;
    }

    private void came(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
