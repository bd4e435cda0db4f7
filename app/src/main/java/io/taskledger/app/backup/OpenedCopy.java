package io.taskledger.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import io.taskledger.app.database.Database;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.postgres.Recovery;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The embedded database of a backup, brought back in a folder and running.
 *
 * @param reached false where its log ends before the instant that was asked for
 */
record OpenedCopy(EmbeddedPostgres server, boolean reached) implements AutoCloseable {

    /**
     * Unpacks and starts it.
     *
     * @param into is not there yet, or empty
     * @param unarchived log of a server that ended before it could archive it
     * @param to up to what was committed by then
     */
    static OpenedCopy of(
            BackupFolder backups, Manifest backup, Path into, Optional<Path> unarchived, Optional<Instant> to)
            throws IOException {
        var parts = backups.parts(backup);
        var log = Objects.requireNonNull(backup.log());
        Recovery.layOut(into);
        for (var folder : backup.folders()) {
            Private.folders(Recovery.data(into).resolve(folder));
        }
        for (var part : backup.parts()) {
            var path = part.path().substring(0, part.path().length() - ".gz".length());
            if (path.startsWith(TakeBackup.DATA)) {
                put(parts, part, Recovery.data(into).resolve(path.substring(TakeBackup.DATA.length())));
            } else if (path.equals(TakeBackup.PASSWORD)) {
                put(parts, part, Recovery.password(into));
            }
        }
        var recovered = new Recovery(into, log.firstSegment()).started(backups.archive(log.archive()), unarchived, to);
        return new OpenedCopy(recovered.server(), recovered.reached());
    }

    private static void put(Parts parts, Manifest.Part part, Path file) throws IOException {
        Files.createFile(file, Private.file(file));
        try (var out = Files.newOutputStream(file)) {
            parts.unpack(part, out);
        }
    }

    /** As the superuser, who may do anything. */
    DataSource database() throws SQLException {
        var login = server.database(Database.NAME);
        return new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password());
    }

    @Override
    public void close() {
        server.close();
    }
}
