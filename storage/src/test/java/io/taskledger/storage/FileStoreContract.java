package io.taskledger.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.taskledger.storage.ContentRefusal.ExtensionNotAllowed;
import io.taskledger.storage.ContentRefusal.TooLarge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.storage.Contents.digest;
import static io.taskledger.storage.Contents.endless;
import static io.taskledger.storage.Contents.text;
import static io.taskledger.storage.Contents.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds of every store, wherever it keeps its contents. */
abstract class FileStoreContract {

    protected static final Instant NEVER = Instant.parse("2000-01-01T00:00:00Z");
    protected static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    protected Path folder;

    protected FileStore store;

    @BeforeEach
    void openStore() {
        store = open();
    }

    /** An empty store that gathers uploads in the folder's {@code incoming}. */
    protected abstract FileStore open();

    /** Changes what lies under a digest, behind the store's back. */
    protected abstract void damage(ContentDigest digest, byte[] other) throws IOException;

    @Test
    void what_was_taken_in_comes_out_the_same() throws IOException {
        var stored = store.keep(upload("Grüße.txt", Contents.TEXT));

        assertThat(stored)
                .isEqualTo(new StoredContent("Grüße.txt", digest(Contents.TEXT), Contents.TEXT.length, "text/plain"));
        try (var opened = store.open(stored.digest()).orElseThrow()) {
            assertThat(opened.size()).isEqualTo(Contents.TEXT.length);
            assertThat(opened.stream().readAllBytes()).isEqualTo(Contents.TEXT);
        }
        assertThat(incoming()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.txt", "empty.pdf", "empty.png", "empty.docx"})
    void an_empty_file_is_taken_under_any_name(String name) throws IOException {
        var stored = store.keep(upload(name, new byte[0]));

        assertThat(stored.size()).isZero();
        try (var opened = store.open(stored.digest()).orElseThrow()) {
            assertThat(opened.stream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void exactly_as_many_bytes_as_the_limit_are_taken_and_not_one_more() throws IOException {
        var limit = FileSettings.DEFAULT_LIMIT;

        assertThat(store.keep(new Upload("full.txt", endless(limit))).size()).isEqualTo(limit);
        assertThatThrownBy(() -> store.keep(new Upload("over.txt", endless(limit + 1))))
                .isInstanceOfSatisfying(
                        ContentRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new TooLarge(limit)));
        assertThat(kept()).hasSize(1);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void what_never_ends_is_refused_at_the_limit() {
        assertThatThrownBy(() -> store.keep(new Upload("bomb.txt", endless(Long.MAX_VALUE))))
                .isInstanceOf(ContentRefused.class);
    }

    @Test
    void an_extension_that_is_not_allowed_is_refused_before_anything_is_read() {
        var unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };

        assertThatThrownBy(() -> store.keep(new Upload("run.EXE", unread)))
                .isInstanceOfSatisfying(
                        ContentRefused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new ExtensionNotAllowed(".exe", FileSettings.DEFAULT_EXTENSIONS)));
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        var broken = new SequenceInputStream(endless(300_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> store.keep(new Upload("half.txt", broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertThat(kept()).isEmpty();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void two_names_of_one_content_share_it() throws IOException {
        var one = store.keep(upload("a.txt", Contents.TEXT));
        var other = store.keep(upload("b.txt", Contents.TEXT));

        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(kept()).hasSize(1);
    }

    @Test
    void many_may_bring_the_same_content_at_once() throws Exception {
        var together = new CyclicBarrier(8);
        var content = text("the same ".repeat(50_000));
        try (var crowd = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 8)
                    .mapToObj(number -> crowd.submit(() -> {
                        together.await();
                        return store.keep(upload(number + ".txt", content));
                    }))
                    .toList();
            for (var one : all) {
                assertThat(one.get().digest()).isEqualTo(digest(content));
            }
        }

        assertThat(kept()).hasSize(1);
        try (var opened = store.open(digest(content)).orElseThrow()) {
            assertThat(opened.stream().readAllBytes()).isEqualTo(content);
        }
        assertThat(incoming()).isEmpty();
    }

    @Test
    void deleted_is_gone_and_deleting_again_is_no_error() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();

        store.delete(digest);
        store.delete(digest);

        assertThat(store.open(digest)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void orphans_are_listed_by_age_so_that_an_upload_in_progress_is_none() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();

        try (var old = store.keptBefore(NEVER)) {
            assertThat(old).isEmpty();
        }
        assertThat(kept()).singleElement().satisfies(content -> {
            assertThat(content.digest()).isEqualTo(digest);
            assertThat(content.size()).isEqualTo(Contents.TEXT.length);
            assertThat(content.keptAt()).isBetween(NEVER, LATER);
        });
    }

    @Test
    void an_orphan_is_discarded_only_if_it_is_still_as_old() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();

        assertThat(store.discard(digest, NEVER)).isFalse();
        assertThat(store.open(digest)).isPresent();
        assertThat(store.discard(digest, LATER)).isTrue();
        assertThat(store.open(digest)).isEmpty();
        assertThat(store.discard(digest, LATER)).isFalse();
        assertThat(incoming()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Water the plant!.\n", "shorter", "", "longer than what was there before\n"})
    void what_was_changed_behind_the_stores_back_is_told_before_its_end(String other) throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();
        damage(digest, text(other));

        try (var opened = store.open(digest).orElseThrow()) {
            var out = new java.io.ByteArrayOutputStream();
            assertThatThrownBy(() -> opened.stream().transferTo(out))
                    .isInstanceOf(ContentDamaged.class)
                    .hasMessageContaining(digest.hex());
            assertThat(out.size()).as("less than was promised").isLessThanOrEqualTo(other.length());
            assertThat(out.toByteArray()).isEmpty();
        }
    }

    @Test
    void what_is_damaged_is_whole_again_once_it_is_brought_again() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();
        damage(digest, text("rot"));

        store.keep(upload("a.txt", Contents.TEXT));

        try (var opened = store.open(digest).orElseThrow()) {
            assertThat(opened.stream().readAllBytes()).isEqualTo(Contents.TEXT);
        }
    }

    @Test
    void a_picture_is_kept_as_it_came_and_knows_its_type() throws IOException {
        var stored = store.keepPicture(new ByteArrayInputStream(Contents.JPEG));

        assertThat(stored)
                .isEqualTo(new StoredContent("picture.jpg", digest(Contents.JPEG), Contents.JPEG.length, "image/jpeg"));
        try (var opened = store.open(stored.digest()).orElseThrow()) {
            assertThat(opened.mediaType()).isEqualTo("image/jpeg");
            assertThat(opened.stream().readAllBytes()).isEqualTo(Contents.JPEG);
        }
    }

    private List<KeptContent> kept() {
        try (var all = store.keptBefore(LATER)) {
            return all.toList();
        }
    }

    protected List<Path> incoming() {
        try (var files = Files.list(folder.resolve("incoming"))) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
