package io.taskledger.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A copy of a running server's data, by PostgreSQL's protocol for that (Continuous Archiving, "Making a Base Backup Using
 * the Low Level API"): it stands together with the log that was written meanwhile, which is in the server's archive.
 *
 * @param archive the name of the archive that has its log, see {@link WalArchive#of}
 * @param firstSegment of the log that it needs
 * @param lastSegment of the log without which it is not consistent
 * @param endedAt from when on the data can be brought back to any instant, by the server's clock
 */
public record BaseBackup(String archive, String firstSegment, String lastSegment, Instant startedAt, Instant endedAt) {

    private static final Duration ARCHIVING = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String CONTROL = "global/pg_control";

    /** Folders whose contents a server makes anew, by the protocol. */
    private static final Set<String> MADE_ANEW = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> OF_THIS_RUN = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    /** Is given the data. */
    public interface Receiver {

        /** A folder; its parent was given before. */
        void folder(String path) throws IOException;

        /** A file of a folder that was given before. The stream need not be closed. */
        void file(String path, InputStream content) throws IOException;
    }

    /**
     * Takes one, and waits until the log that it needs is in the archive.
     *
     * @throws PostgresUnavailable where the server has no archive, or its archiver is stuck
     */
    public static BaseBackup of(EmbeddedPostgres server, Receiver receiver) throws IOException, SQLException {
        WalArchive archive = server.archive()
                .orElseThrow(
                        () -> new PostgresUnavailable("Without an archive of its log a server's copy is no backup"));
        try (Connection session = server.maintenance().connect()) {
            String first;
            Instant began;
            try (PreparedStatement start = session.prepareStatement(
                            "select pg_walfile_name(pg_backup_start('taskledger', true)), clock_timestamp()");
                    ResultSet row = start.executeQuery()) {
                row.next();
                first = row.getString(1);
                began = row.getObject(2, OffsetDateTime.class).toInstant();
            }
            copy(server.data(), receiver);
            String last;
            Instant ended;
            try (PreparedStatement stop = session.prepareStatement(
                            "select pg_walfile_name(lsn), labelfile, clock_timestamp() from pg_backup_stop(false)");
                    ResultSet row = stop.executeQuery()) {
                row.next();
                last = row.getString(1);
                receiver.file(
                        "backup_label",
                        new ByteArrayInputStream(row.getString(2).getBytes(StandardCharsets.UTF_8)));
                ended = row.getObject(3, OffsetDateTime.class).toInstant();
            }
            awaitArchived(session, archive, last);
            return new BaseBackup(archive.name(), first, last, began, ended);
        }
    }

    private static void copy(Path data, Receiver receiver) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(data)) {
                    return FileVisitResult.CONTINUE;
                }
                if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                receiver.folder(data.relativize(folder).toString());
                return MADE_ANEW.contains(folder.getFileName().toString()) && data.equals(folder.getParent())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = data.relativize(file).toString();
                if (!path.equals(CONTROL) && !isOfThisRun(file.getFileName().toString())) {
                    give(file, path, receiver);
                }
                return FileVisitResult.CONTINUE;
            }

            // A table that was dropped meanwhile: the log says so too.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        give(data.resolve(CONTROL), CONTROL, receiver); // last, as the protocol advises
    }

    private static void give(Path file, String path, Receiver receiver) throws IOException {
        InputStream content;
        try {
            content = Files.newInputStream(file);
        } catch (NoSuchFileException dropped) {
            return;
        }
        try (content) {
            receiver.file(path, content);
        }
    }

    private static boolean isOfThisRun(String name) {
        return OF_THIS_RUN.contains(name) || name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init");
    }

    /** The server hands a segment over when it is full: here it is told to. */
    private static void awaitArchived(Connection session, WalArchive archive, String segment)
            throws IOException, SQLException {
        long deadline = System.nanoTime() + ARCHIVING.toNanos();
        while (!archive.has(segment)) {
            if (System.nanoTime() - deadline >= 0) {
                throw new PostgresUnavailable("The log did not get into " + archive.folder() + " within "
                        + TimeUnit.NANOSECONDS.toSeconds(ARCHIVING.toNanos()) + " s (" + trouble(session)
                        + "): make room or access there; the backup was given up");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static String trouble(Connection session) throws SQLException {
        try (PreparedStatement ask = session.prepareStatement(
                        "select coalesce('failed last with ' || last_failed_wal, 'nothing failed') from pg_stat_archiver");
                ResultSet row = ask.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
