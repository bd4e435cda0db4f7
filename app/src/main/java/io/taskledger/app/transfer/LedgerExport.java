package io.taskledger.app.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.ledger.LedgerRows;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.ledger.transfer.LedgerFileWriter;
import io.taskledger.ledger.transfer.LedgerLine;
import io.taskledger.ledger.transfer.LedgerLine.Header;
import io.taskledger.ledger.transfer.NoLedgerFile;
import io.taskledger.ledger.transfer.UnfinishedFile;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.key.LedgerMove;
import io.taskledger.security.key.PassphraseKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the ledger into a file, beside an instance that goes on or alone. Reads with one cursor, so it takes the memory of
 * some hundred events; a file that was cut short is carried on with.
 */
public final class LedgerExport {

    /** Of PostgreSQL's errors. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "3F000");

    /** So many positions: a terminal need not be written for each. */
    static final int TOLD_EVERY = 1_000;

    private static final int BUFFER = 1 << 16;

    private final DataSource database;
    private final SecuritySettings security;
    private final Watching watching;

    public LedgerExport(Database database, SecuritySettings security, Watching watching) {
        this.database =
                database.session(Role.APPENDER, "export", TimeLimits.LASTING).direct();
        this.security = security;
        this.watching = watching;
    }

    /**
     * What was written.
     *
     * @param continued whether a part of it stood there before
     */
    public record Written(Header header, LedgerLine.End end, boolean continued) {}

    /**
     * Writes a file, readable by its owner alone.
     *
     * @param from the first position that is wanted; 1 for all
     * @throws TransferRefused where the file is another, or complete; or there is nothing to write
     */
    public Written write(Path file, String passphrase, long from) throws IOException {
        try {
            var unfinished = Files.exists(file) ? UnfinishedFile.find(file) : Optional.<UnfinishedFile>empty();
            return unfinished.isPresent() ? goOn(unfinished.get(), passphrase, from) : begin(file, passphrase, from);
        } catch (NoLedgerFile other) {
            throw new TransferRefused(file + " " + other.getMessage());
        } catch (SQLException failed) {
            if (NOT_THERE.contains(String.valueOf(failed.getSQLState()))) {
                throw new TransferRefused("There is no ledger in this database.");
            }
            throw new IllegalStateException("the ledger cannot be read", failed);
        }
    }

    private Written begin(Path file, String passphrase, long from) throws IOException, SQLException {
        var upTo = LedgerRows.settledEnd(database);
        if (from > Math.max(upTo, 1)) {
            throw new TransferRefused(
                    "The ledger ends at position " + upTo + ": there is nothing from " + from + " on.");
        }
        var key = PassphraseKey.fresh(passphrase);
        var header = new Header(from, upTo, key.derivation());
        try (var out = create(file)) {
            var writer = new LedgerFileWriter(out, key.authenticity());
            writer.header(header);
            return written(header, writer, key, from - 1, false);
        }
    }

    private Written goOn(UnfinishedFile file, String passphrase, long from) throws IOException, SQLException {
        var header = file.header();
        if (header.from() != from) {
            throw new TransferRefused("What is there of the file begins at position " + header.from()
                    + ": carry on with --from " + header.from() + ", or write to another file.");
        }
        var key = PassphraseKey.of(passphrase, header.derivation());
        try (var going = file.goOn(key.authenticity())) {
            return written(header, going.writer(), key, going.after(), true);
        }
    }

    private Written written(Header header, LedgerFileWriter writer, PassphraseKey key, long after, boolean continued)
            throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            LedgerRows.<IOException>each(connection, after, header.upTo(), row -> {
                writer.event(row);
                if (row.position() % TOLD_EVERY == 0) {
                    watching.told(row.position(), header.upTo());
                }
            });
        }
        LedgerMove.with(security, database, Clock.systemUTC()).tell(key, writer::other);
        for (var skipped : skipped(header.upTo())) {
            writer.other(skipped);
        }
        return new Written(header, writer.end(), continued);
    }

    private Iterable<LedgerLine.Skipped> skipped(long upTo) {
        return JdbcClient.create(database)
                .sql("""
                        select projection, position, reason
                        from readmodel.skipped_event
                        where position <= :upTo
                        order by projection, position""")
                .param("upTo", upTo)
                .query((row, number) -> new LedgerLine.Skipped(
                        row.getString("projection"), row.getLong("position"), row.getString("reason")))
                .list();
    }

    private static OutputStream create(Path file) throws IOException {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                ownerOnly);
        return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }
}
