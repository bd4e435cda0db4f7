package io.taskledger.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static io.taskledger.storage.Contents.endless;
import static io.taskledger.storage.Contents.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderFileStoreTest extends FileStoreContract {

    @Override
    protected FileStore open() {
        return FileStore.open(FileSettings.defaults(folder));
    }

    @Override
    protected void damage(ContentDigest digest, byte[] other) throws IOException {
        Files.write(folder.resolve(digest.place()), other);
    }

    @Test
    void contents_lie_in_two_levels_of_folders_that_nobody_else_can_look_into() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest().hex();

        var place = folder.resolve(digest.substring(0, 2))
                .resolve(digest.substring(2, 4))
                .resolve(digest);
        assertThat(place).hasBinaryContent(Contents.TEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void an_orphan_that_is_brought_again_is_young_again() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        Files.setLastModifiedTime(folder.resolve(digest.place()), FileTime.from(yesterday.minusSeconds(60)));

        try (var old = store.keptBefore(yesterday)) {
            assertThat(old).extracting(KeptContent::digest).containsExactly(digest);
        }
        store.keep(upload("b.txt", Contents.TEXT));

        assertThat(store.discard(digest, yesterday)).isFalse();
        assertThat(store.open(digest)).isPresent();
    }

    @Test
    void what_a_process_had_put_aside_when_it_died_is_put_back() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();
        var other = store.keep(upload("b.png", Contents.PNG)).digest();
        var incoming = folder.resolve("incoming");
        Files.move(folder.resolve(digest.place()), incoming.resolve(digest + "-left"));
        Files.writeString(incoming.resolve(other + "-left"), "old");
        assertThat(store.open(digest)).isEmpty();

        store.clearAbandoned(NEVER);

        assertThat(folder.resolve(digest.place())).hasBinaryContent(Contents.TEXT);
        assertThat(folder.resolve(other.place())).hasBinaryContent(Contents.PNG);
        assertThat(incoming).isEmptyDirectory();
    }

    @Test
    void what_else_lies_in_the_folder_is_no_content() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();
        Files.writeString(folder.resolve("README"), "mine");
        Files.createDirectories(folder.resolve("00/00"));
        Files.copy(folder.resolve(digest.place()), folder.resolve("00/00").resolve(digest.hex()));

        try (var all = store.keptBefore(LATER)) {
            assertThat(all).extracting(KeptContent::digest).containsExactly(digest);
        }
    }

    @Test
    void a_process_that_is_killed_half_way_leaves_no_content_and_its_rest_is_cleared() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var uploader = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Uploading.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (halfWay() < 1_000_000 && System.nanoTime() < deadline && uploader.isAlive()) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(halfWay()).isGreaterThanOrEqualTo(1_000_000);
        } finally {
            uploader.destroyForcibly().onExit().join();
        }

        try (var all = store.keptBefore(LATER)) {
            assertThat(all).isEmpty();
        }
        assertThat(store.clearAbandoned(NEVER)).as("it might still be going on").isZero();
        assertThat(incoming()).hasSize(1);
        assertThat(store.clearAbandoned(LATER)).isEqualTo(1);
        assertThat(incoming()).isEmpty();
    }

    /** Brings more than anybody would wait for. */
    static final class Uploading {
        public static void main(String[] arguments) throws IOException {
            var settings = new FileSettings(
                    Path.of(arguments[0]), Long.MAX_VALUE, FileSettings.DEFAULT_EXTENSIONS, java.util.Optional.empty());
            FileStore.open(settings).keep(new Upload("long.txt", slowly(endless(Long.MAX_VALUE))));
        }

        private static java.io.InputStream slowly(java.io.InputStream content) {
            return new java.io.FilterInputStream(content) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    LockSupport.parkNanos(1_000_000); // a disk must not fill up while it is being found
                    return super.read(buffer, offset, length);
                }
            };
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_with_its_setting() throws IOException {
        var file = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> FileStore.open(FileSettings.defaults(file)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("TASKLEDGER_FILES cannot be used");
    }

    private long halfWay() throws IOException {
        var size = 0L;
        for (var file : incoming()) {
            size += Files.size(file);
        }
        return size;
    }
}
