package io.taskledger.app.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.taskledger.app.database.Database;
import io.taskledger.postgres.WalArchive;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where backups are: a folder each, the archives of logs, and the contents of files, each once. A folder without
 * {@code .unfinished} behind its name is whole.
 */
public final class BackupFolder {

    static final String MANIFEST = "manifest.json";
    private static final String UNFINISHED = ".unfinished";
    private static final String FORM = "\\d{8}T\\d{6}Z";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path root;

    public BackupFolder(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** What a backup that is begun at an instant is called. */
    static String id(Instant begun) {
        return NAME.format(begun);
    }

    Path of(Manifest backup) {
        return root.resolve(backup.id());
    }

    Parts parts(Manifest backup) {
        return new Parts(of(backup));
    }

    public WalArchive archive(String name) {
        return WalArchive.of(root.resolve(Database.ARCHIVES), name);
    }

    /** The first file of a backup's log that is missing, and without which nothing after it can be brought back. */
    Optional<String> gap(Manifest backup) throws IOException {
        return backup.log() == null
                ? Optional.empty()
                : archive(backup.log().archive()).gapAfter(backup.log().firstSegment());
    }

    ContentPool contents() {
        return new ContentPool(root.resolve("contents"));
    }

    /** All that are whole, the oldest first. */
    public List<Manifest> all() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var all = new ArrayList<Manifest>();
        try (var folders = Files.newDirectoryStream(root, BackupFolder::isBackup)) {
            for (var folder : folders) {
                all.add(manifest(folder));
            }
        }
        all.sort(Comparator.comparing(Manifest::id));
        return all;
    }

    public Optional<Manifest> newest() throws IOException {
        return newestBy(Instant.MAX);
    }

    /** Of those that were begun by then. Looks at no other, since it is asked for often. */
    Optional<Manifest> newestBy(Instant instant) throws IOException {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (var folders = Files.list(root)) {
            var newest = folders.filter(BackupFolder::isBackup)
                    .filter(folder -> !begun(folder).isAfter(instant))
                    .max(Comparator.naturalOrder());
            return newest.isPresent() ? Optional.of(manifest(newest.get())) : Optional.empty();
        }
    }

    /** The newest that was whole by then. */
    Optional<Manifest> before(Instant instant) throws IOException {
        return all().stream().filter(one -> !one.endedAt().isAfter(instant)).reduce((one, later) -> later);
    }

    private static boolean isBackup(Path folder) {
        return folder.getFileName().toString().matches(FORM) && Files.isRegularFile(folder.resolve(MANIFEST));
    }

    private static Instant begun(Path folder) {
        return NAME.parse(folder.getFileName().toString(), Instant::from);
    }

    private static Manifest manifest(Path folder) throws IOException {
        try {
            var manifest = JSON.readValue(Files.readAllBytes(folder.resolve(MANIFEST)), Manifest.class);
            if (manifest.form() > Manifest.FORM) {
                throw new BackupRefused(folder + " was made by a newer Taskledger (" + manifest.product() + ").");
            }
            return manifest;
        } catch (JacksonException damaged) {
            throw new BackupRefused(folder.resolve(MANIFEST) + " is damaged: it cannot be read.");
        }
    }

    /** An empty folder for one that is begun; what others left half made goes. */
    Path begin(String id) throws IOException {
        Private.folders(root);
        try (var left = Files.newDirectoryStream(root, "*" + UNFINISHED)) {
            for (var folder : left) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        if (Files.exists(root.resolve(id))) {
            throw new BackupRefused("There is a backup of this second already: " + root.resolve(id) + ".");
        }
        var folder = root.resolve(id + UNFINISHED);
        Private.folders(folder);
        return folder;
    }

    /** Whether one is being made, or was left half made. */
    private boolean isBegun() throws IOException {
        try (var begun = Files.newDirectoryStream(root, "*" + UNFINISHED)) {
            return begun.iterator().hasNext();
        }
    }

    /** Removes log that belongs to no backup: nothing can be brought back with it. */
    void forgetUseless(WalArchive log) throws IOException {
        var newest = newest();
        var needed = (newest.isPresent() && belongs(log, newest.get()))
                || all().stream().anyMatch(one -> belongs(log, one));
        var segments = log.segments();
        if (!needed && !segments.isEmpty() && !isBegun()) {
            log.removeBefore(segments.last());
        }
    }

    private static boolean belongs(WalArchive log, Manifest backup) {
        return backup.log() != null && backup.log().archive().equals(log.name());
    }

    /** From here on it is one. */
    void finish(Path begun, Manifest manifest) throws IOException {
        try (var channel = FileChannel.open(
                begun.resolve(MANIFEST),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Private.file(begun))) {
            Channels.newOutputStream(channel).write(JSON.writeValueAsBytes(manifest));
            channel.force(true);
        }
        Private.move(begun, root.resolve(manifest.id()));
    }

    /**
     * Removes all but the newest, and what only they needed.
     *
     * @param keep how many stay, at least 1
     * @param inUse the archive that is written to just now; empty where there is none
     * @return ids of those that went
     */
    List<String> prune(int keep, Optional<String> inUse) throws IOException {
        var all = all();
        var going = all.subList(0, Math.max(0, all.size() - keep));
        var staying = all.subList(going.size(), all.size());
        for (var one : going) {
            FileSystemUtils.deleteRecursively(of(one));
        }
        if (!staying.isEmpty()) {
            pruneArchives(staying, inUse);
            contents()
                    .prune(
                            staying.stream()
                                    .flatMap(one -> one.contents().stream())
                                    .collect(Collectors.toSet()),
                            staying.getFirst().startedAt());
        }
        return going.stream().map(Manifest::id).toList();
    }

    private void pruneArchives(List<Manifest> staying, Optional<String> inUse) throws IOException {
        var archives = root.resolve(Database.ARCHIVES);
        if (!Files.isDirectory(archives)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(archives, Files::isDirectory)) {
            for (var folder : folders) {
                var archive = new WalArchive(folder);
                var first = staying.stream()
                        .map(Manifest::log)
                        .filter(log -> log != null && log.archive().equals(archive.name()))
                        .map(Manifest.Log::firstSegment)
                        .findFirst();
                if (first.isPresent()) {
                    archive.removeBefore(first.get());
                } else if (!inUse.equals(Optional.of(archive.name()))) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }
}
