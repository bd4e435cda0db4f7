package io.taskledger.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import io.taskledger.app.Version;
import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.app.job.JobKind;
import io.taskledger.app.job.JobRefused;
import io.taskledger.app.job.Progress;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.ledger.LedgerRows;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.postgres.BaseBackup;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.postgres.PostgresUnavailable;
import io.taskledger.postgres.WalArchive;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Takes a backup of rows, files and settings while people work on; never of the master key. */
@Component
public final class TakeBackup implements JobKind {

    public static final String NAME = "backup";

    /** Where the data of the embedded database are in a backup, and its superuser's password. */
    static final String DATA = "data/";

    static final String PASSWORD = "password";
    static final String SETTINGS = "settings.env";

    private static final Logger log = LoggerFactory.getLogger(TakeBackup.class);

    private final TaskledgerSettings settings;
    private final Database database;
    private final DataSource owner;
    private final FileStore files;
    private final Clock clock;
    private final BackupFolder folder;

    TakeBackup(TaskledgerSettings settings, Database database, Schemas schemas, FileStore files, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.owner = schemas.session(Role.OWNER, "backup", TimeLimits.LASTING).direct();
        this.files = files;
        this.clock = clock;
        this.folder = new BackupFolder(settings.backups().folder());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        try {
            Private.folders(folder.root());
            try (var channel = FileChannel.open(
                            folder.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    throw new JobRefused("Another backup is being made in " + folder.root() + ".");
                }
                return taken();
            }
        } catch (OverlappingFileLockException another) {
            throw new JobRefused("Another backup is being made in " + folder.root() + ".");
        } catch (IOException | SQLException | PostgresUnavailable failed) {
            log.error("The backup failed", failed);
            throw new JobRefused("The backup failed (" + failed + "); those that there are stay as they are.");
        } catch (BackupRefused refused) {
            throw new JobRefused(String.valueOf(refused.getMessage()));
        }
    }

    private String taken() throws IOException, SQLException {
        var id = BackupFolder.id(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var begun = folder.begin(id);
        var server = database.server();
        Manifest manifest;
        try {
            manifest = server.isPresent() ? physical(id, begun, server.get()) : snapshot(id, begun);
            folder.finish(begun, manifest);
        } finally {
            // Of one that failed: the room that it takes may be what was missing.
            FileSystemUtils.deleteRecursively(begun);
        }
        var gone = new Retention(folder)
                .prune(
                        settings.backups().keep(),
                        server.flatMap(EmbeddedPostgres::archive).map(WalArchive::name));
        return String.format(
                Locale.ROOT,
                "Backup %s: %,d events, %,d files, %,.1f MB in %s.%s%nThe master key is not in it: keep a copy of %s apart.",
                id,
                manifest.ledger().events(),
                manifest.contents().size(),
                manifest.bytes() / 1e6,
                folder.of(manifest),
                gone.isEmpty() ? "" : " Too old, and gone: " + String.join(", ", gone) + ".",
                settings.masterKey().isPresent()
                        ? "TASKLEDGER_MASTER_KEY"
                        : settings.data().resolve("keys"));
    }

    private Manifest physical(String id, Path begun, EmbeddedPostgres server) throws IOException, SQLException {
        var parts = new Parts(begun);
        var ledger = settled();
        var folders = new ArrayList<String>();
        var copy = BaseBackup.of(server, new BaseBackup.Receiver() {
            @Override
            public void folder(String path) {
                folders.add(path);
            }

            @Override
            public void file(String path, InputStream content) throws IOException {
                parts.add(DATA + path, content::transferTo);
            }
        });
        parts.add(PASSWORD, out -> out.write((server.password() + "\n").getBytes(StandardCharsets.UTF_8)));
        addSettings(parts);
        parts.force();
        // After the database's, so that whatever is named there is here.
        var contents = keep(NamedContents.all(JdbcClient.create(owner)));
        return new Manifest(
                Manifest.FORM,
                id,
                Version.text(),
                copy.startedAt(),
                copy.endedAt(),
                new Manifest.Log(copy.archive(), copy.firstSegment(), copy.lastSegment()),
                ledger,
                folders,
                parts.written(),
                contents);
    }

    private Manifest snapshot(String id, Path begun) throws IOException, SQLException {
        var parts = new Parts(begun);
        var copy = SnapshotCopy.take(owner, parts);
        addSettings(parts);
        parts.force();
        return new Manifest(
                Manifest.FORM,
                id,
                Version.text(),
                copy.at(),
                copy.at(),
                null,
                copy.ledger(),
                List.of(),
                parts.written(),
                keep(copy.contents()));
    }

    private Manifest.Ledger settled() throws SQLException {
        var end = LedgerRows.settledEnd(owner);
        try (var connection = owner.getConnection()) {
            return LedgerState.of(connection, end);
        }
    }

    private void addSettings(Parts parts) throws IOException {
        var home = Path.of(System.getProperty("taskledger.home", ""));
        var lines = String.join("\n", TaskledgerSettings.lines(System.getenv(), home)) + "\n";
        parts.add(SETTINGS, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** Those that the store still has: one that was given up meanwhile is named no more. */
    private List<String> keep(List<String> named) throws IOException {
        var pool = folder.contents();
        var kept = new ArrayList<String>();
        for (var sha256 : named) {
            if (ContentDigest.parse(sha256).isPresent() && pool.keep(new ContentDigest(sha256), files)) {
                kept.add(sha256);
            } else {
                log.warn("The content {} is named, but the store of files does not have it", sha256);
            }
        }
        return kept;
    }
}
