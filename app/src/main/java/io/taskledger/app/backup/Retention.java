package io.taskledger.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.taskledger.app.database.Database;
import io.taskledger.postgres.WalArchive;
import org.springframework.util.FileSystemUtils;

/** What stays in a folder of backups, and for how long. */
record Retention(BackupFolder folder) {

    /**
     * Removes all but the newest, and what only they needed; while one cannot be read, nothing that it may need.
     *
     * @param keep how many stay, at least 1
     * @param inUse the archive that is written to just now; empty where there is none
     * @return ids of those that went
     */
    List<String> prune(int keep, Optional<String> inUse) throws IOException {
        var before = folder.ids().size();
        var all = folder.readable();
        var going = all.subList(0, Math.max(0, all.size() - keep));
        var staying = all.subList(going.size(), all.size());
        for (var one : going) {
            FileSystemUtils.deleteRecursively(folder.of(one));
        }
        if (!staying.isEmpty() && all.size() == before) {
            pruneArchives(staying, inUse);
            folder.contents()
                    .prune(
                            staying.stream()
                                    .flatMap(one -> one.contents().stream())
                                    .collect(Collectors.toSet()),
                            staying.getFirst().startedAt());
        }
        return going.stream().map(Manifest::id).toList();
    }

    private void pruneArchives(List<Manifest> staying, Optional<String> inUse) throws IOException {
        var archives = folder.root().resolve(Database.ARCHIVES);
        if (!Files.isDirectory(archives)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(archives, Files::isDirectory)) {
            for (var one : folders) {
                var archive = new WalArchive(one);
                var first = staying.stream()
                        .map(Manifest::log)
                        .filter(log -> log != null && log.archive().equals(archive.name()))
                        .map(Manifest.Log::firstSegment)
                        .findFirst();
                if (first.isPresent()) {
                    archive.removeBefore(first.get());
                } else if (!inUse.equals(Optional.of(archive.name()))) {
                    FileSystemUtils.deleteRecursively(one);
                }
            }
        }
    }

    /** Removes log that belongs to no backup: nothing can be brought back with it. */
    void forgetUseless(WalArchive archive) throws IOException {
        var newest = folder.newestBy(Instant.MAX);
        var needed = (newest.isPresent() && belongs(archive, newest.get())) || mayBeNeeded(archive);
        var segments = archive.segments();
        if (!needed && !segments.isEmpty() && !folder.isBegun()) {
            archive.removeBefore(segments.last());
        }
    }

    private boolean mayBeNeeded(WalArchive archive) throws IOException {
        var readable = folder.readable();
        return readable.size() < folder.ids().size() || readable.stream().anyMatch(one -> belongs(archive, one));
    }

    private static boolean belongs(WalArchive archive, Manifest backup) {
        return backup.log() != null && backup.log().archive().equals(archive.name());
    }
}
