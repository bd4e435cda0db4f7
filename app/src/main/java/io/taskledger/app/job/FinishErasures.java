package io.taskledger.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.taskledger.app.database.CopiesBeside;
import io.taskledger.app.database.Database;
import io.taskledger.app.database.Scrubbing;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.automation.content.ContentCollection;
import io.taskledger.messages.projection.ProjectionCommand.DropVersion;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.query.task.WordsOfTheErased;
import io.taskledger.security.erasure.OutstandingErasures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes what erased people wrote out of the live files, where it lies about after nobody is told it any more: in versions of
 * read models from before, in reports, in dead rows and in the log of changes.
 */
@Component
public final class FinishErasures implements JobKind {

    public static final String NAME = "erase-finish";

    private static final String WHY = "erased people's words are taken out";

    /** They may name people: the one that made somebody an admin, say. */
    private static final String JOBS = "delete from automation.job where ended_at is not null";

    private static final String OLDER = """
            select exists (
                select from readmodel.version v
                join pg_namespace on nspname = v.projection || '_v' || v.version
                where not exists (
                    select from readmodel.live_version l where l.projection = v.projection and l.version = v.version))""";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final OutstandingErasures erasures;
    private final WordsOfTheErased words;
    private final RebuildProjections rebuilds;
    private final ProjectionGateway projections;
    private final ContentCollection contents;
    private final JdbcClient jdbc;
    private final Database database;
    private final TaskledgerSettings settings;

    FinishErasures(
            OutstandingErasures erasures,
            WordsOfTheErased words,
            RebuildProjections rebuilds,
            ProjectionGateway projections,
            ContentCollection contents,
            JdbcClient jdbc,
            Database database,
            TaskledgerSettings settings) {
        this.erasures = erasures;
        this.words = words;
        this.rebuilds = rebuilds;
        this.projections = projections;
        this.contents = contents;
        this.jdbc = jdbc;
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        erasures.carryOut();
        rebuild(arguments, progress);
        dropOlderVersions();
        awaitDropped();
        words.forgetReports();
        jdbc.sql(JOBS).update();
        contents.collect();
        var mails = deleteMails(settings.mail().folder());
        return "%d erased: read models are made anew, older versions dropped, tables written anew%s; %s.%s"
                .formatted(
                        erasures.count(),
                        mails == 0 ? "" : ", " + mails + " mails in the folder deleted",
                        scrub()
                                ? "the write-ahead log holds nothing from before"
                                : "the write-ahead log keeps what it held until PostgreSQL uses its files again",
                        leftOver());
    }

    /** Named and not removed: it may be all that somebody has of what a restore replaced. */
    private String leftOver() {
        return CopiesBeside.leftOver(settings).stream()
                .map(folder -> "%n%s holds what it held: remove it.".formatted(folder))
                .collect(Collectors.joining());
    }

    private void rebuild(Map<String, String> arguments, Progress progress) {
        var asked = new HashMap<>(arguments);
        asked.put(RebuildProjections.REGARDLESS, WHY);
        asked.put(RebuildProjections.ASKED, arguments.get(ID));
        var rebuilt = rebuilds.rebuilt(asked, progress);
        if (!rebuilt.refusals().isEmpty()) {
            throw new JobRefused(String.join(System.lineSeparator(), rebuilt.refusals()));
        }
        rebuilt.reports().stream()
                .filter(report -> report.state() != RebuildReport.State.SWAPPED)
                .findFirst()
                .ifPresent(report -> {
                    throw new JobRefused("The rebuild of " + report.projection().name() + " is " + report.state()
                            + report.failure().map(why -> ": " + why).orElse("") + "; nothing was dropped.");
                });
    }

    private void dropOlderVersions() {
        for (var projection : projections.all()) {
            projection.versions().stream()
                    .filter(version -> !version.live())
                    .forEach(version ->
                            projections.order(() -> new DropVersion(projection.projection(), version.number())));
        }
    }

    /** Nodes that still feed one let go of it first. */
    private void awaitDropped() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (jdbc.sql(OLDER).query(Boolean.class).single()) {
            if (System.nanoTime() - deadline > 0) {
                throw new JobRefused("Older versions of read models are still there, of another release perhaps;"
                        + " `taskledger projections status` names them.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** They stand for a mail server's while one tries the product out. */
    private static long deleteMails(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var mails = Files.list(folder)) {
            var deleted = 0L;
            for (var mail :
                    mails.filter(file -> file.toString().endsWith(".eml")).toList()) {
                deleted += Files.deleteIfExists(mail) ? 1 : 0;
            }
            return deleted;
        } catch (IOException failed) {
            throw new UncheckedIOException("mails in " + folder + " cannot be deleted", failed);
        }
    }

    private boolean scrub() {
        var scrubbing = new Scrubbing(database);
        try {
            scrubbing.rewriteTables();
            return scrubbing.replaceLog();
        } catch (SQLException failed) {
            throw new IllegalStateException("tables cannot be written anew", failed);
        }
    }
}
