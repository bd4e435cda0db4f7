package io.taskledger.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Gathers an upload in a file of its own, counting and digesting as it comes. */
final class Intake {

    private static final int CHUNK = 64 * 1024;

    private final Path folder;

    /** @param folder made where it is missing; on the same file system as the contents */
    Intake(Path folder) {
        this.folder = folder;
        try {
            PrivateFolder.make(folder);
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** A whole upload, on the disk for good; deleted when it is closed, unless somebody has taken the file away. */
    record Received(Path file, ContentDigest digest, long size) implements AutoCloseable {

        @Override
        public void close() {
            delete(file);
        }
    }

    /**
     * @param limit in bytes
     * @throws ContentRefused as soon as one byte more has come
     * @throws IOException where the upload breaks off
     */
    Received receive(InputStream content, long limit) throws IOException {
        var file = newFile();
        var whole = false;
        try (var channel = writing(file)) {
            var digest = ContentDigest.begin();
            var size = 0L;
            var chunk = new byte[CHUNK];
            for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > limit) {
                    throw new ContentRefused(new ContentRefusal.TooLarge(limit));
                }
                digest.update(chunk, 0, read);
                write(channel, ByteBuffer.wrap(chunk, 0, read));
            }
            force(channel);
            whole = true;
            return new Received(file, ContentDigest.of(digest), size);
        } finally {
            if (!whole) {
                delete(file);
            }
        }
    }

    int clearAbandoned(Instant before) {
        var cleared = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (lastTouched(file).isBefore(before)) {
                    delete(file);
                    cleared++;
                }
            }
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
        return cleared;
    }

    private static Instant lastTouched(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException finished) {
            return Instant.MAX;
        }
    }

    private Path newFile() {
        try {
            return Files.createTempFile(folder, "upload-", ".part");
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    private static FileChannel writing(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    private static void force(FileChannel channel) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }
}
