package io.taskledger.app.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import io.taskledger.app.database.Database;
import io.taskledger.app.job.JobDesk;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What goes on without anybody's asking: the log and new files into the archive, and each day a backup. */
@Component
final class ByItself {

    private static final Logger log = LoggerFactory.getLogger(ByItself.class);

    private final TaskledgerSettings settings;
    private final Database database;
    private final JdbcClient jdbc;
    private final FileStore files;
    private final Clock clock;
    private final BackupFolder folder;
    private long seen;

    ByItself(TaskledgerSettings settings, Database database, JdbcClient jdbc, FileStore files, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
        this.folder = new BackupFolder(settings.backups().folder());
    }

    /** Once more at the end; what the database has not given out by then it does as it stops. */
    @PreDestroy
    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void archive() {
        unlessAway(() -> {
            var archive = database.server().flatMap(EmbeddedPostgres::archive);
            if (archive.isPresent()) {
                var differing = archive.get().pack();
                if (!differing.isEmpty()) {
                    log.error(
                            "{} has segments of another server by the same names: {}. Move them away; until then nothing"
                                    + " later can be brought back",
                            archive.get().folder(),
                            differing);
                }
                new Retention(folder).forgetUseless(archive.get());
            }
            var last = seen;
            for (var named : NamedContents.after(jdbc, seen)) {
                folder.contents().keep(new ContentDigest(named.sha256()), files);
                last = Math.max(last, named.position());
            }
            seen = last;
        });
    }

    /** Of several nodes one takes the job; what fails is tried again in the next hour. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void back() {
        unlessAway(() -> {
            var now = clock.instant();
            if (isDue(now)) {
                try {
                    new JobDesk(jdbc)
                            .file(
                                    "job-backup-" + now.truncatedTo(ChronoUnit.HOURS),
                                    TakeBackup.NAME,
                                    Map.of(),
                                    new byte[0]);
                } catch (DuplicateKeyException filed) {
                    log.debug("A backup was filed in this hour already");
                }
            }
        });
    }

    private boolean isDue(Instant now) throws IOException {
        var at = settings.backups().at();
        if (at.isEmpty()) {
            return false;
        }
        // One of the future was made while a clock was wrong: by it none would be made for as long.
        var newest = folder.newestBy(now);
        return (newest.isPresent() && !isOfThisLife(newest.get()))
                || isDue(now, at.get(), newest.map(Manifest::startedAt), firstEvent());
    }

    /**
     * Whether one is missing.
     *
     * @param newest when the last one was begun
     * @param firstEvent what began later than the hour of today waits for that of tomorrow
     */
    static boolean isDue(Instant now, LocalTime at, Optional<Instant> newest, Optional<Instant> firstEvent) {
        var today = now.atOffset(ZoneOffset.UTC).with(at).toInstant();
        var due = today.isAfter(now) ? today.minus(1, ChronoUnit.DAYS) : today;
        return firstEvent.filter(began -> began.isBefore(due)).isPresent()
                && newest.filter(begun -> !begun.isBefore(due)).isEmpty();
    }

    /** After a restore the log goes on elsewhere, and needs a copy that it belongs to. */
    private boolean isOfThisLife(Manifest backup) {
        var archive = database.server().flatMap(EmbeddedPostgres::archive);
        return archive.isEmpty()
                || (backup.log() != null
                        && backup.log().archive().equals(archive.get().name()));
    }

    private Optional<Instant> firstEvent() {
        return jdbc.sql("select recorded_at from ledger.event order by position limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Works on files and rows. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void unlessAway(Work work) {
        try {
            work.run();
        } catch (DataAccessException | StoreUnavailable | BackupRefused | IOException away) {
            log.warn("Backups wait: {}", away.toString());
        }
    }
}
