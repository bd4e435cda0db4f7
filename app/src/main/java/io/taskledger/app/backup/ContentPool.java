package io.taskledger.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.taskledger.storage.ContentDamaged;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;

/** Contents of files, each once, whichever backups need it: {@code ab/abcd…}. One that is there is whole. */
final class ContentPool {

    private static final int LEVELS = 2;

    private final Path root;

    ContentPool(Path root) {
        this.root = root;
    }

    /**
     * Keeps a content, and dates it anew where it is kept.
     *
     * @return false where the store has it no more
     */
    boolean keep(ContentDigest digest, FileStore files) throws IOException {
        var place = place(digest);
        if (Files.exists(place)) {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return true;
        }
        var content = files.open(digest);
        if (content.isEmpty()) {
            return false;
        }
        Private.folders(place.resolveSibling(""));
        var half = Files.createTempFile(root, "half-", "", Private.file(root));
        try (var open = content.get();
                var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            open.stream().transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            Private.move(half, place);
        } finally {
            Files.deleteIfExists(half);
        }
        return true;
    }

    InputStream open(ContentDigest digest) throws IOException {
        return Files.newInputStream(place(digest));
    }

    boolean has(ContentDigest digest) {
        return Files.exists(place(digest));
    }

    List<ContentDigest> all() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var files = Files.walk(root, LEVELS)) {
            return files.flatMap(file -> ContentDigest.parse(file.getFileName().toString()).stream())
                    .toList();
        }
    }

    /**
     * What is in a store again.
     *
     * @param damaged where contents lie that are not, since they are not what was kept
     */
    record BroughtBack(int count, List<Path> damaged) {}

    /** Puts all into a store; one that is damaged does not keep the others from it. */
    BroughtBack bringBackInto(FileStore files) throws IOException {
        var all = all();
        var damaged = new ArrayList<Path>();
        for (var digest : all) {
            try (var content = open(digest)) {
                files.bringBack(digest, content);
            } catch (ContentDamaged notWhatWasKept) {
                damaged.add(place(digest));
            }
        }
        return new BroughtBack(all.size() - damaged.size(), damaged);
    }

    /** Removes what no backup has, and nothing that was there since the oldest: an instant in between may want it. */
    void prune(Set<String> wanted, Instant oldest) throws IOException {
        for (var digest : all()) {
            try {
                if (!wanted.contains(digest.hex())
                        && Files.getLastModifiedTime(place(digest)).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(place(digest));
                }
            } catch (NoSuchFileException gone) {
                // Another node was faster.
            }
        }
    }

    /** Where it is, if it is kept. */
    Path place(ContentDigest digest) {
        return root.resolve(digest.hex().substring(0, LEVELS)).resolve(digest.hex());
    }
}
