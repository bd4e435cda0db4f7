package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a {@link BaseBackup} back to life: its files in the {@code data} folder of a server's folder, the password beside
 * them, and the log from archives.
 *
 * @param folder of a server that does not run yet
 * @param firstSegment of the log that the copy needs
 */
public record Recovery(Path folder, String firstSegment) {

    /** How long the log of a few days may take. */
    private static final Duration LONG = Duration.ofHours(12);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** With figures for the zone: names of zones are not known yet when the setting is read. */
    private static final DateTimeFormatter TARGET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private static final String TOO_SHORT = "recovery ended before configured recovery target was reached";

    /**
     * The server, which takes connections and may be written to.
     *
     * @param reached false where the log ends before the instant that was asked for
     */
    public record Recovered(EmbeddedPostgres server, boolean reached) {}

    /** Lays a copy's folder out, with what the protocol leaves out. */
    public static void layOut(Path folder) throws IOException {
        PostgresFolder home = PostgresFolder.prepared(folder);
        OwnerOnly.folder(home.data());
    }

    /** The data within a server's folder. */
    public static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** The superuser's password within a server's folder. */
    public static Path password(Path folder) {
        return folder.resolve("password");
    }

    /**
     * Starts the server once, with no archive.
     *
     * @param log of the life that the copy was taken in
     * @param unarchived what a server that was killed had not archived yet; empty where there is nothing
     * @param to up to what was committed by then; empty: all that the log holds
     */
    public Recovered started(WalArchive log, Optional<Path> unarchived, Optional<Instant> to) throws IOException {
        Path wal = data(folder).resolve("pg_wal");
        OwnerOnly.folder(wal);
        log.unpackInto(wal, firstSegment);
        if (unarchived.isPresent()) {
            new WalArchive(unarchived.get()).unpackInto(wal, firstSegment);
        }
        OwnerOnly.write(
                new PostgresFolder(folder).archiveName(),
                log.name().replaceFirst("-.*", "") + "-"
                        + STAMP.format(Instant.now().truncatedTo(ChronoUnit.SECONDS)) + "\n");
        OwnerOnly.write(data(folder).resolve("recovery.signal"), "");
        try {
            return new Recovered(EmbeddedPostgres.start(folder, options(to)), true);
        } catch (PostgresUnavailable failed) {
            if (to.isEmpty() || !String.valueOf(failed.getMessage()).contains(TOO_SHORT)) {
                throw failed;
            }
            return new Recovered(EmbeddedPostgres.start(folder, options(Optional.empty())), false);
        }
    }

    private static PostgresOptions options(Optional<Instant> to) {
        Map<String, String> settings = new HashMap<>();
        // Where recovery asks an archive it is told that there is nothing, and looks into pg_wal, where everything is.
        settings.put("restore_command", "false");
        settings.put("archive_mode", "off");
        // Ready means: all of the log is in, and the server may be written to.
        settings.put("hot_standby", "off");
        settings.put("recovery_target_action", "promote");
        to.ifPresent(instant -> settings.put("recovery_target_time", TARGET.format(instant)));
        return PostgresOptions.forKeeps()
                .withStartWait(LONG)
                .withStopsWithJvm(true)
                .withSettings(settings);
    }
}
