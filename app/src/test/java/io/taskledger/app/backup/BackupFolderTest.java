package io.taskledger.app.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileSettings;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.Upload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackupFolderTest {

    private static final Instant FIRST = Instant.parse("2026-11-21T03:00:00Z");

    @TempDir
    Path parent;

    private BackupFolder folder;
    private FileStore files;

    @BeforeEach
    void a_folder_that_is_not_there_yet() {
        folder = new BackupFolder(parent.resolve("backups"));
        files = FileStore.open(FileSettings.defaults(parent.resolve("files")));
    }

    @Test
    void what_was_not_finished_is_no_backup_and_goes_with_the_next() throws IOException {
        new Parts(folder.begin("20261121T030000Z")).add("half", out -> out.write(1));

        assertThat(folder.ids()).isEmpty();
        backup(1, List.of());
        assertThat(folder.root()).isDirectoryNotContaining("glob:**.unfinished");
        assertThat(folder.ids()).containsExactly("20261122T030000Z");
    }

    @Test
    void what_a_look_that_was_killed_left_opened_goes_with_the_backup_of_another_day() throws IOException {
        var left = Files.createDirectories(folder.root().resolve("opened-1/postgres"));
        var today = Files.createDirectories(folder.root().resolve("opened-2"));
        Files.setLastModifiedTime(left.resolveSibling(""), FileTime.from(FIRST.minusSeconds(90_000)));

        backup(0, List.of());

        assertThat(left).doesNotExist();
        assertThat(today).exists();
    }

    @Test
    void the_newest_stay_with_the_log_and_the_contents_that_they_need() throws IOException {
        var everywhere = content("everywhere");
        var oldOnly = content("old only");
        var between = content("between");
        var archive = folder.archive("7000");
        for (int day = 0; day < 3; day++) {
            segment("7000", day * 2 + 1);
            segment("7000", day * 2 + 2);
            backup(day, day == 0 ? List.of(everywhere, oldOnly) : List.of(everywhere));
        }
        segment("6999", 1);
        folder.contents().keep(new ContentDigest(between), files);
        dated(between, FIRST.plusSeconds(86_400 + 60));
        dated(everywhere, FIRST);
        dated(oldOnly, FIRST);

        var gone = new Retention(folder).prune(2, Optional.of("7000-20261124T000000Z"));

        assertThat(gone).containsExactly("20261121T030000Z");
        assertThat(folder.ids()).containsExactly("20261122T030000Z", "20261123T030000Z");
        assertThat(archive.segments()).containsExactly(name(3), name(4), name(5), name(6));
        assertThat(folder.archive("6999").folder()).doesNotExist();
        assertThat(folder.contents().all())
                .extracting(ContentDigest::hex)
                .containsExactlyInAnyOrder(everywhere, between);
    }

    @Test
    void log_that_belongs_to_no_backup_does_not_pile_up() throws IOException {
        segment("7000", 1);
        segment("7000", 2);
        var archive = folder.archive("7000");
        folder.begin("20261121T020000Z");
        new Retention(folder).forgetUseless(archive);
        assertThat(archive.segments()).as("one is being made").hasSize(2);

        backup(0, List.of());
        new Retention(folder).forgetUseless(archive);
        assertThat(archive.segments()).as("it belongs to this one").hasSize(2);

        segment("7000-20261122T000000Z", 1);
        segment("7000-20261122T000000Z", 2);
        var next = folder.archive("7000-20261122T000000Z");
        new Retention(folder).forgetUseless(next);
        assertThat(next.segments()).containsExactly(name(2));
    }

    @Test
    void the_one_to_begin_with_is_the_newest_that_was_whole_by_then() throws IOException {
        for (int day = 0; day < 3; day++) {
            backup(day, List.of());
        }

        assertThat(folder.before(FIRST)).isEmpty();
        assertThat(folder.before(FIRST.plusSeconds(10))).map(Manifest::id).contains("20261121T030000Z");
        assertThat(folder.before(FIRST.plusSeconds(86_400 + 9)))
                .map(Manifest::id)
                .contains("20261121T030000Z");
        assertThat(folder.before(FIRST.plusSeconds(10 * 86_400)))
                .map(Manifest::id)
                .contains("20261123T030000Z");
    }

    @Test
    void one_that_a_wrong_clock_dated_into_the_future_does_not_count_as_the_newest_of_today() throws IOException {
        backup(0, List.of());
        backup(3_650, List.of());

        assertThat(folder.newestBy(FIRST.plusSeconds(86_400))).map(Manifest::id).contains("20261121T030000Z");
        assertThat(folder.newestBy(FIRST.minusSeconds(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"part", "part cut off", "content", "log", "log cut off", "manifest"})
    void damage_is_found_whatever_it_hit(String hit) throws IOException {
        segment("7000", 1);
        segment("7000", 2);
        var content = content("kept");
        var backup = backup(0, List.of(content));
        var verify = new VerifyBackup(folder, TaskledgerSettings.of(Map.of(), parent));
        assertThatCode(() -> verify.files(backup)).doesNotThrowAnyException();

        var place = folder.root().resolve("20261121T030000Z");
        switch (hit) {
            case "part" -> append(place.resolve("one.gz"));
            case "part cut off" -> Files.delete(place.resolve("one.gz"));
            case "content" ->
                append(folder.root()
                        .resolve("contents")
                        .resolve(content.substring(0, 2))
                        .resolve(content));
            case "log" -> Files.delete(folder.archive("7000").folder().resolve(name(1)));
            case "log cut off" -> {
                folder.archive("7000").pack();
                Files.write(folder.archive("7000").folder().resolve(name(2) + ".gz"), new byte[] {31});
            }
            default -> Files.writeString(place.resolve("manifest.json"), "{");
        }

        assertThatThrownBy(() -> verify.files(folder.newest().orElseThrow())).isInstanceOf(BackupRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "manifest.json.sha256", "one.gz"})
    void no_byte_of_a_backup_may_be_another(String file) throws IOException {
        segment("7000", 1);
        segment("7000", 2);
        backup(0, List.of());
        var verify = new VerifyBackup(folder, TaskledgerSettings.of(Map.of(), parent));
        var place = folder.root().resolve("20261121T030000Z").resolve(file);
        var whole = Files.readAllBytes(place);

        for (var at = 0; at < whole.length; at++) {
            var other = whole.clone();
            other[at] ^= 1;
            Files.write(place, other);
            assertThatThrownBy(() -> verify.files(folder.named("20261121T030000Z")))
                    .as("byte %d", at)
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining(file.replace(".sha256", ""));
        }
    }

    @Test
    void a_manifest_of_before_there_were_digests_is_read_but_not_one_that_lacks_something() throws IOException {
        backup(0, List.of());
        var place = folder.root().resolve("20261121T030000Z");
        Files.delete(place.resolve("manifest.json.sha256"));
        assertThat(folder.newest()).isPresent();

        for (var lacking : List.of("null", "{}", "{\"form\": 1, \"id\": \"20261121T030000Z\"}", "[]", "")) {
            Files.writeString(place.resolve("manifest.json"), lacking);
            assertThatThrownBy(folder::newest).isInstanceOf(BackupRefused.class).hasMessageContaining("is damaged");
        }
    }

    @Test
    void one_that_nobody_can_read_does_not_keep_the_others_from_their_use_and_what_it_may_need_stays()
            throws IOException {
        for (int day = 0; day < 4; day++) {
            segment("7000", day * 2 + 1);
            segment("7000", day * 2 + 2);
            backup(day, List.of());
        }
        var archive = folder.archive("7000");
        append(folder.root().resolve("20261124T030000Z/manifest.json"));
        append(folder.root().resolve("20261121T030000Z/manifest.json"));

        assertThatThrownBy(folder::newest).hasMessageContaining("20261124T030000Z");
        assertThat(folder.newestBy(Instant.MAX)).map(Manifest::id).contains("20261123T030000Z");
        assertThat(folder.before(FIRST.plusSeconds(86_400 + 10)))
                .map(Manifest::id)
                .contains("20261122T030000Z");
        assertThat(new Retention(folder).prune(1, Optional.of("7000"))).containsExactly("20261122T030000Z");
        new Retention(folder).forgetUseless(archive);
        assertThat(archive.segments()).hasSize(8);
        assertThat(folder.ids()).containsExactly("20261121T030000Z", "20261123T030000Z", "20261124T030000Z");
    }

    @Test
    void contents_come_back_but_for_one_that_is_damaged() throws IOException {
        var kept = content("kept");
        var damaged = content("damaged");
        backup(0, List.of(kept, damaged));
        append(folder.contents().place(new ContentDigest(damaged)));
        var elsewhere = FileStore.open(FileSettings.defaults(parent.resolve("elsewhere")));

        var back = folder.contents().bringBackInto(elsewhere);

        assertThat(back.count()).isEqualTo(1);
        assertThat(back.damaged()).containsExactly(folder.contents().place(new ContentDigest(damaged)));
        assertThat(elsewhere.open(new ContentDigest(kept))).isPresent();
        assertThat(elsewhere.open(new ContentDigest(damaged))).isEmpty();
    }

    @Test
    void a_part_that_is_cut_off_or_another_is_not_brought_back() throws IOException {
        var backup = backup(0, List.of());
        var file = folder.root().resolve("20261121T030000Z/one.gz");
        var whole = Files.readAllBytes(file);
        var parts = folder.parts(backup);
        var part = backup.parts().getFirst();
        var out = new ByteArrayOutputStream();
        parts.unpack(part, out);
        assertThat(out).hasToString("some bytes");

        for (var length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> parts.unpack(part, OutputStream.nullOutputStream()))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("one.gz is damaged");
        }
        var another = new Parts(folder.begin("20261121T040000Z"));
        another.add("one", some -> some.write("other bytes".getBytes(StandardCharsets.UTF_8)));
        Files.copy(
                folder.root().resolve("20261121T040000Z.unfinished/one.gz"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> parts.check(part)).hasMessageContaining("not what was written");
    }

    @Test
    void log_that_is_missing_is_named() throws IOException {
        segment("7000", 1);
        segment("7000", 2);
        segment("7000", 4);
        var backup = backup(0, List.of());

        assertThat(folder.gap(backup)).contains(name(3));
        segment("7000", 3);
        assertThat(folder.gap(backup)).isEmpty();
    }

    private Manifest backup(int day, List<String> contents) throws IOException {
        var begun = FIRST.plusSeconds(day * 86_400L);
        var id = BackupFolder.id(begun);
        var place = folder.begin(id);
        var parts = new Parts(place);
        parts.add("one", out -> out.write("some bytes".getBytes(StandardCharsets.UTF_8)));
        parts.force();
        for (var content : contents) {
            folder.contents().keep(new ContentDigest(content), files);
        }
        var manifest = new Manifest(
                Manifest.FORM,
                id,
                "test",
                begun,
                begun.plusSeconds(10),
                new Manifest.Log("7000", name(day * 2 + 1), name(day * 2 + 2)),
                new Manifest.Ledger(0, 0, ""),
                List.of(),
                new ArrayList<>(parts.written()),
                contents);
        folder.finish(place, manifest);
        return manifest;
    }

    private String content(String text) throws IOException {
        return files.keep(new Upload(text + ".txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .digest()
                .hex();
    }

    private void dated(String content, Instant at) throws IOException {
        Files.setLastModifiedTime(
                folder.root()
                        .resolve("contents")
                        .resolve(content.substring(0, 2))
                        .resolve(content),
                FileTime.from(at));
    }

    private void segment(String archive, int number) throws IOException {
        var place = folder.archive(archive).folder();
        Files.createDirectories(place);
        Files.writeString(place.resolve(name(number)), "segment " + number);
    }

    private static String name(int number) {
        return "%024X".formatted(number).replaceFirst("^0{8}", "00000001");
    }

    private static void append(Path file) throws IOException {
        Files.writeString(file, "x", StandardOpenOption.APPEND);
    }
}
