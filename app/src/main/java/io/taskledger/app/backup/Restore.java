package io.taskledger.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import io.taskledger.app.database.CopiesBeside;
import io.taskledger.app.database.Database;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.wiring.Apart;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.postgres.PostgresOptions;
import io.taskledger.postgres.PostgresOptions.Archive;
import io.taskledger.postgres.PostgresUnavailable;
import io.taskledger.postgres.Recovery;
import io.taskledger.storage.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Brings a backup back where there is nothing, or in the place of what there is. Everything is made ready and checked
 * aside; what takes its place comes by a rename. Those who were erased since are erased again as the product starts, by the
 * list beside the master key.
 */
public final class Restore {

    private static final Logger log = LoggerFactory.getLogger(Restore.class);
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final TaskledgerSettings settings;
    private final BackupFolder backups;

    /** @param backups which may lie elsewhere than those that the settings name */
    public Restore(TaskledgerSettings settings, BackupFolder backups) {
        this.settings = settings;
        this.backups = backups;
    }

    /**
     * What was brought back.
     *
     * @param lastEvent when the last event was recorded; empty where there is none
     * @param reached false where the log ends before the instant that was asked for
     * @param gap the first file of the log that is missing: what was done after it is not back; empty where none is
     * @param files how many contents of files are back
     * @param damaged contents that are not, since they are not what was kept
     * @param aside where the database that was there is now; empty where none was
     */
    public record Restored(
            Manifest from,
            long events,
            Optional<Instant> lastEvent,
            boolean reached,
            Optional<String> gap,
            int files,
            List<Path> damaged,
            Optional<Path> aside) {

        private Restored with(ContentPool.BroughtBack contents, Optional<Path> aside) {
            return new Restored(from, events, lastEvent, reached, gap, contents.count(), contents.damaged(), aside);
        }
    }

    /**
     * Brings one back. Nobody works with the data meanwhile.
     *
     * @param to up to what was committed by then; empty: all that there is
     * @param replace whether what is there may be put aside
     * @throws BackupRefused where there is none for that, or something is in the way; nothing was changed
     */
    public Restored run(Optional<Instant> to, boolean replace) throws IOException, SQLException {
        var backup = (to.isPresent() ? backups.before(to.get()) : backups.newest()).orElseThrow(() -> none(to));
        requireKey();
        return backup.log() == null ? snapshot(backup, to) : physical(backup, to, replace);
    }

    private BackupRefused none(Optional<Instant> to) {
        return new BackupRefused(
                to.isPresent()
                        ? "No backup in " + backups.root() + " was whole by " + to.get() + "."
                        : "There is no backup in " + backups.root() + ".");
    }

    private void requireKey() {
        var file = settings.data().resolve("keys").resolve("master.key");
        if (settings.masterKey().isEmpty() && !Files.exists(file)) {
            throw new BackupRefused("The master key is in no backup: put it back first, into " + file
                    + " (mode 600) or TASKLEDGER_MASTER_KEY, and erased.jsonl beside it where there was one.");
        }
    }

    private Restored snapshot(Manifest backup, Optional<Instant> to) throws IOException, SQLException {
        if (settings.database().isEmpty()) {
            throw new BackupRefused("Backup " + backup.id()
                    + " is of a database of your own: name an empty one in TASKLEDGER_DATABASE_URL.");
        }
        to.filter(instant -> !instant.equals(backup.startedAt())).ifPresent(instant -> {
            throw new BackupRefused(
                    "Between backups, only your database's own archive knows instants (docs/operations.md);"
                            + " the last backup before is --to " + backup.startedAt() + ".");
        });
        var contents = contents();
        try (var database = Database.open(settings)) {
            SnapshotCopy.bringBack(database, backup, backups.parts(backup), Apart.security(settings));
        }
        return told(backup, backup.ledger().events(), Optional.of(backup.startedAt()), true, Optional.empty())
                .with(contents, Optional.empty());
    }

    private Restored physical(Manifest backup, Optional<Instant> to, boolean replace) throws IOException, SQLException {
        if (settings.database().isPresent()) {
            throw new BackupRefused("Backup " + backup.id()
                    + " is of an embedded database: it cannot come into that of TASKLEDGER_DATABASE_URL. Leave that out, or use"
                    + " `taskledger history export` and `import`.");
        }
        var there = Database.folder(settings);
        var inTheWay = !isEmpty(there);
        if (inTheWay && !replace) {
            throw new BackupRefused(
                    there
                            + " is not empty: name another data folder (TASKLEDGER_DATA), or put what is there aside with --replace.");
        }
        var ready = CopiesBeside.restoring(settings);
        FileSystemUtils.deleteRecursively(ready);
        Private.folders(ready);
        try {
            var restored = readied(backup, to, ready.resolve("postgres"));
            // The contents first: with the database in its place it is over.
            var contents = contents();
            var aside = inTheWay ? Optional.of(putAside(there)) : Optional.<Path>empty();
            Files.deleteIfExists(there);
            Private.move(ready.resolve("postgres"), there);
            return restored.with(contents, aside);
        } finally {
            // With one put aside and nothing in its place, the folder keeps the product from starting on nothing.
            if (!inTheWay || Files.exists(there)) {
                FileSystemUtils.deleteRecursively(ready);
            }
        }
    }

    private Restored readied(Manifest backup, Optional<Instant> to, Path ready) throws IOException, SQLException {
        archiveTheRest();
        var unarchived = Optional.of(Recovery.data(Database.folder(settings)).resolve("pg_wal"))
                .filter(Files::isDirectory);
        try (var copy = OpenedCopy.of(backups, backup, ready, unarchived, to)) {
            var database = copy.database();
            LedgerState.requireTold(backup.ledger(), Apart.security(settings), database);
            forgetJobs(database);
            // Up to an instant that was reached nothing was missing.
            var gap = to.isPresent() && copy.reached() ? Optional.<String>empty() : backups.gap(backup);
            return told(backup, database, copy.reached(), gap);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** What a killed server has not archived yet: it does so as it starts and stops. */
    private void archiveTheRest() {
        var there = Database.folder(settings);
        if (!Files.isDirectory(Recovery.data(there))) {
            return;
        }
        try {
            var archive = new Archive(settings.backups().folder().resolve(Database.ARCHIVES), AT_MOST);
            EmbeddedPostgres.start(there, PostgresOptions.forKeeps().withArchive(archive))
                    .close();
        } catch (PostgresUnavailable broken) {
            log.warn(
                    "The database that is there does not start any more; what it had not archived is taken from its folder");
        }
    }

    /** Whoever waited for them has gone. */
    private static void forgetJobs(DataSource database) {
        JdbcClient.create(database).sql("""
                        update automation.job
                        set ended_at = clock_timestamp(), succeeded = false, input = null, report = 'Cut off by a restore.'
                        where ended_at is null""").update();
    }

    private static Restored told(Manifest backup, DataSource database, boolean reached, Optional<String> gap) {
        var jdbc = JdbcClient.create(database);
        var events =
                jdbc.sql("select count(*) from ledger.event").query(Long.class).single();
        var last = jdbc.sql("select recorded_at from ledger.event order by position desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
        return told(backup, events, last, reached, gap);
    }

    private static Restored told(
            Manifest backup, long events, Optional<Instant> last, boolean reached, Optional<String> gap) {
        return new Restored(backup, events, last, reached, gap, 0, List.of(), Optional.empty());
    }

    private static Path putAside(Path folder) throws IOException {
        var aside = folder.resolveSibling(CopiesBeside.ASIDE + BackupFolder.id(Instant.now()));
        Private.move(folder, aside);
        return aside;
    }

    /** All that are kept, to those that are there: what no file names any more is collected within the hour. */
    private ContentPool.BroughtBack contents() throws IOException {
        return backups.contents().bringBackInto(FileStore.open(settings.files()));
    }
}
