package io.taskledger.app.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.ledger.transfer.LedgerFileReader;
import io.taskledger.ledger.transfer.LedgerFileReader.Whole;
import io.taskledger.ledger.transfer.LedgerLine;
import io.taskledger.ledger.transfer.NoLedgerFile;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.key.PassphraseKey;

/**
 * Reads files that follow each other into an empty instance that nobody runs: first each to its end, so that nothing is
 * begun with one that is cut off, altered or of another passphrase; then all in one transaction.
 */
public final class LedgerImport {

    private final String passphrase;
    private final Watching watching;
    private final List<Opened> opened = new ArrayList<>();

    /** @param passphrase of all files */
    public LedgerImport(String passphrase, Watching watching) {
        this.passphrase = passphrase;
        this.watching = watching;
    }

    /** A file that is whole. */
    private record Opened(Path file, Whole whole, PassphraseKey key) {}

    /**
     * What was read.
     *
     * @param events in all files together
     * @param digest of the ledger as it is now, see {@link io.taskledger.ledger.LedgerDigest}
     * @param accounts people who are there, and have to set a password
     */
    public record Read(long events, long upTo, String digest, long accounts) {}

    /**
     * Reads the files to their ends.
     *
     * @throws TransferRefused where one is no ledger's file, cut off, altered or of another passphrase, or does not follow
     *     the one before it
     */
    public LedgerImport checked(List<Path> files) throws IOException {
        for (var file : files) {
            var next = read(file);
            var wanted =
                    opened.isEmpty() ? 1 : opened.getLast().whole().header().upTo() + 1;
            var from = next.whole().header().from();
            if (from != wanted) {
                throw new TransferRefused(file + " begins at position " + from + ", and one from " + wanted
                        + " on is wanted: an import begins with the ledger's first event and leaves out none.");
            }
            opened.add(next);
        }
        return this;
    }

    private Opened read(Path file) throws IOException {
        var key = new ArrayList<PassphraseKey>();
        var upTo = new ArrayList<Long>();
        try (var in = open(file)) {
            var whole = LedgerFileReader.<NoLedgerFile, NoLedgerFile>read(
                    in,
                    header -> {
                        upTo.add(header.upTo());
                        key.add(PassphraseKey.of(passphrase, header.derivation()));
                        return key.getFirst().authenticity();
                    },
                    line -> told(line, upTo.isEmpty() ? 0 : upTo.getFirst()));
            return new Opened(file, whole, key.getFirst());
        } catch (NoLedgerFile other) {
            throw new TransferRefused(file + " " + other.getMessage());
        }
    }

    private void told(LedgerLine line, long total) {
        if (line instanceof LedgerLine.Event(var row) && row.position() % LedgerExport.TOLD_EVERY == 0) {
            watching.told(row.position(), total);
        }
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException missing) {
            throw new TransferRefused("There is no file " + file + ".");
        }
    }

    /**
     * Fills a database that nobody works with. Its tables are made where they are missing.
     *
     * @throws TransferRefused where it is not empty; nothing was changed
     */
    public Read into(Database database, SecuritySettings security) throws IOException, SQLException {
        Schemas.migrated(database);
        var owner = database.session(Role.OWNER, "import", TimeLimits.LASTING).direct();
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var read = into(connection, security);
                connection.commit();
                return read;
            } finally {
                connection.rollback(); // Changes nothing after the commit.
            }
        }
    }

    private Read into(Connection connection, SecuritySettings security) throws IOException, SQLException {
        var target = EmptyInstance.claimed(connection, security);
        var total = opened.getLast().whole().header().upTo();
        for (var one : opened) {
            var last = one.equals(opened.getLast());
            try (var in = open(one.file())) {
                LedgerFileReader.<NoLedgerFile, SQLException>read(
                        in, _ -> one.key().authenticity(), line -> {
                            if (line instanceof LedgerLine.Event(var row)) {
                                target.add(row);
                                told(line, total);
                            } else if (last) {
                                // Of several files the last one knows best what was erased.
                                keep(target, one, line);
                            }
                        });
            } catch (NoLedgerFile changedMeanwhile) {
                throw new TransferRefused(one.file() + " " + changedMeanwhile.getMessage());
            }
        }
        return target.finish(total);
    }

    private static void keep(EmptyInstance target, Opened from, LedgerLine line) {
        try {
            target.keep(from.key(), line);
        } catch (InvalidKeyException forged) {
            throw new TransferRefused(from.file() + " was altered: a key in it was wrapped by another.");
        }
    }
}
