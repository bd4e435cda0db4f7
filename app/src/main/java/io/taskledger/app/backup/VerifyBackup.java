package io.taskledger.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import io.taskledger.app.database.CopiesBeside;
import io.taskledger.app.database.Database;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.wiring.Apart;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.postgres.PostgresOptions;
import io.taskledger.storage.ContentDigest;
import org.springframework.util.FileSystemUtils;

/** Whether a backup is what was written, and can be opened. */
public final class VerifyBackup {

    private final BackupFolder backups;
    private final TaskledgerSettings settings;

    /** @param settings say where the master key is, without which no event can be read */
    public VerifyBackup(BackupFolder backups, TaskledgerSettings settings) {
        this.backups = backups;
        this.settings = settings;
    }

    /**
     * Reads every file of a backup, its contents and its log.
     *
     * @throws BackupRefused naming what is wrong first
     */
    public void files(Manifest backup) throws IOException {
        var parts = backups.parts(backup);
        for (var part : backup.parts()) {
            parts.check(part);
        }
        var pool = backups.contents();
        for (var sha256 : backup.contents()) {
            var digest = new ContentDigest(sha256);
            if (!pool.has(digest)) {
                throw new BackupRefused("The content " + sha256 + " of a file is missing.");
            }
            if (!Parts.sha256(pool.open(digest)).equals(sha256)) {
                throw new BackupRefused(
                        "The content " + pool.place(digest)
                                + " of a file is damaged. Delete it: the next backup keeps it anew, if the product still has it.");
            }
        }
        if (backup.log() != null) {
            log(backup.log());
        }
    }

    private void log(Manifest.Log log) throws IOException {
        var archive = backups.archive(log.archive());
        var gap = archive.gapAfter(log.firstSegment());
        if (gap.isPresent() || !archive.has(log.lastSegment())) {
            throw new BackupRefused(
                    "The log " + gap.orElse(log.lastSegment()) + " is missing in " + archive.folder() + ".");
        }
        for (var segment : archive.segments()) {
            try {
                archive.check(segment);
            } catch (IOException damaged) {
                throw new BackupRefused("The log " + segment + " in " + archive.folder() + " is damaged.");
            }
        }
    }

    /**
     * Brings it back beside everything, in a folder that goes again, and goes through its ledger.
     *
     * @throws BackupRefused where the ledger is not what the manifest tells of
     */
    public void opened(Manifest backup) throws IOException, SQLException {
        var folder = Files.createTempDirectory(backups.root(), CopiesBeside.OPENED);
        try {
            if (backup.log() == null) {
                snapshot(backup, folder.resolve("postgres"));
            } else {
                try (var copy = OpenedCopy.of(
                        backups, backup, folder.resolve("postgres"), Optional.empty(), Optional.empty())) {
                    LedgerState.requireTold(backup.ledger(), Apart.security(settings), copy.database());
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void snapshot(Manifest backup, Path folder) throws IOException, SQLException {
        try (var server = EmbeddedPostgres.start(folder, PostgresOptions.throwAway())) {
            var login = server.database(Database.NAME);
            var there = TaskledgerSettings.of(
                    Map.of(
                            Setting.DATABASE_URL.key(), login.jdbcUrl(),
                            Setting.DATABASE_USER.key(), login.user(),
                            Setting.DATABASE_PASSWORD.key(), login.password()),
                    folder);
            try (var database = Database.open(there)) {
                SnapshotCopy.bringBack(database, backup, backups.parts(backup), Apart.security(settings));
            }
        }
    }
}
