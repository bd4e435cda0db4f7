package io.taskledger.app.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import io.taskledger.app.wiring.Apart;
import io.taskledger.ledger.LedgerCheck;
import io.taskledger.ledger.LedgerDigest;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerRows;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.key.LedgerMove;

/** What a ledger holds, so that two can be compared. */
final class LedgerState {

    private LedgerState() {}

    /** As the connection's transaction sees it. */
    static Manifest.Ledger of(Connection connection, long upTo) throws SQLException {
        var digest = new LedgerDigest();
        var events = new AtomicLong();
        LedgerRows.<RuntimeException>each(connection, 0, upTo, row -> {
            digest.add(row);
            events.incrementAndGet();
        });
        return new Manifest.Ledger(upTo, events.get(), digest.hex());
    }

    /**
     * Goes through the ledger of a backup that was opened: its order, its digest, and whether each event can be read.
     *
     * @param told what has to be there
     * @throws BackupRefused where something else is there
     * @throws io.taskledger.security.key.KeyFault where the master key is not that of the backup
     */
    static void requireTold(Manifest.Ledger told, SecuritySettings security, DataSource database) {
        var serializer = Apart.events(
                LedgerMove.with(security, database, Clock.systemUTC()).cipher());
        var engine = LedgerEventStorageEngine.builder()
                .connectionProvider(database::getConnection)
                .dataSource(database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .withoutSnapshots()
                .build();
        var found = new LedgerCheck(engine, database).upTo(told.upTo(), _ -> {});
        if (found.faultCount() > 0) {
            var first = found.faults().getFirst();
            throw new BackupRefused("The ledger in it is not in order: of " + found.faultCount()
                    + " faults the first is event " + first.position() + ": " + first.what() + ".");
        }
        if (found.events() != told.events() || !found.sha256().equals(told.sha256())) {
            throw new BackupRefused("The ledger in it is another: " + found.events() + " events with digest "
                    + found.sha256() + ", and the manifest tells of " + told.events() + " with " + told.sha256() + ".");
        }
    }
}
