package io.taskledger.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.app.database.CopiesBeside;
import io.taskledger.app.database.Database;
import io.taskledger.postgres.WalArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where backups are: a folder each, the archives of logs, and the contents of files, each once. A folder without
 * {@code .unfinished} behind its name is whole.
 */
public final class BackupFolder {

    private static final Logger log = LoggerFactory.getLogger(BackupFolder.class);
    private static final String UNFINISHED = ".unfinished";
    private static final String FORM = "\\d{8}T\\d{6}Z";
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

    /** Names of all that are whole, the oldest first. */
    public List<String> ids() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.filter(BackupFolder::isBackup)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * The one of that name.
     *
     * @throws BackupRefused where its manifest is damaged
     */
    public Manifest named(String id) throws IOException {
        return ManifestFile.read(root.resolve(id));
    }

    /** All but those whose manifest is damaged: one that nobody can read must not keep the others from their use. */
    List<Manifest> readable() throws IOException {
        var readable = new ArrayList<Manifest>();
        for (var id : ids()) {
            ifReadable(id).ifPresent(readable::add);
        }
        return readable;
    }

    private Optional<Manifest> ifReadable(String id) throws IOException {
        try {
            return Optional.of(named(id));
        } catch (BackupRefused unreadable) {
            log.warn("{}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The newest of all.
     *
     * @throws BackupRefused where its manifest is damaged
     */
    public Optional<Manifest> newest() throws IOException {
        var ids = ids();
        return ids.isEmpty() ? Optional.empty() : Optional.of(named(ids.getLast()));
    }

    /** Of those that were begun by then, and can be read. Looks at few others, since it is asked for often. */
    public Optional<Manifest> newestBy(Instant instant) throws IOException {
        for (var id : ids().reversed()) {
            var manifest = begun(id).isAfter(instant) ? Optional.<Manifest>empty() : ifReadable(id);
            if (manifest.isPresent()) {
                return manifest;
            }
        }
        return Optional.empty();
    }

    /** The newest that was whole by then, and can be read. */
    Optional<Manifest> before(Instant instant) throws IOException {
        return readable().stream()
                .filter(one -> !one.endedAt().isAfter(instant))
                .reduce((one, later) -> later);
    }

    private static boolean isBackup(Path folder) {
        return folder.getFileName().toString().matches(FORM) && ManifestFile.isIn(folder);
    }

    private static Instant begun(String id) {
        return NAME.parse(id, Instant::from);
    }

    /** An empty folder for one that is begun; what others left half made goes. */
    Path begin(String id) throws IOException {
        Private.folders(root);
        try (var left = Files.newDirectoryStream(root, "*" + UNFINISHED)) {
            for (var folder : left) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        removeAbandoned();
        if (Files.exists(root.resolve(id))) {
            throw new BackupRefused("There is a backup of this second already: " + root.resolve(id) + ".");
        }
        var folder = root.resolve(id + UNFINISHED);
        Private.folders(folder);
        return folder;
    }

    /** Of a look into a backup that was killed; one of today may still go on. */
    private void removeAbandoned() throws IOException {
        var yesterday = FileTime.from(Instant.now().minus(1, ChronoUnit.DAYS));
        try (var opened = Files.newDirectoryStream(root, CopiesBeside.OPENED + "*")) {
            for (var folder : opened) {
                if (Files.getLastModifiedTime(folder).compareTo(yesterday) < 0) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    /** Whether one is being made, or was left half made. */
    boolean isBegun() throws IOException {
        try (var begun = Files.newDirectoryStream(root, "*" + UNFINISHED)) {
            return begun.iterator().hasNext();
        }
    }

    /** From here on it is one. */
    void finish(Path begun, Manifest manifest) throws IOException {
        ManifestFile.write(begun, manifest);
        Private.move(begun, root.resolve(manifest.id()));
    }
}
