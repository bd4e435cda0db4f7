package io.taskledger.app.transfer;

import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.taskledger.app.database.FreshReadModels;
import io.taskledger.app.transfer.LedgerImport.Read;
import io.taskledger.app.wiring.Apart;
import io.taskledger.automation.mail.MailWiring;
import io.taskledger.command.account.NamesFromLedger;
import io.taskledger.ledger.LedgerDigest;
import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerRanges;
import io.taskledger.ledger.LedgerRow;
import io.taskledger.ledger.LedgerRows;
import io.taskledger.ledger.Timestamps;
import io.taskledger.ledger.reservation.Reservations;
import io.taskledger.ledger.transfer.LedgerLine;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.key.LedgerMove;
import io.taskledger.security.key.PassphraseKey;
import io.taskledger.security.password.Credentials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * An instance that nothing has happened in, while a ledger comes into it: everything in one transaction of the owner's, who
 * alone may say which position an event has.
 */
final class EmptyInstance {

    private static final String INSERT = """
            insert into ledger.event (
                position, stream_id, sequence_number, stream_type, type, revision, event_id, happened_at, recorded_at,
                payload, metadata)
            overriding system value
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OCCUPIED = """
            select exists (select from ledger.event)
                or exists (select from ledger.reservation)
                or exists (select from security.credential)""";

    private static final int BATCH = 500;
    private static final int RANGE = 2_000;

    private final Connection connection;
    private final SingleConnectionDataSource single;
    private final JdbcClient jdbc;
    private final LedgerMove move;
    private final PreparedStatement insert;
    private final LedgerDigest came = new LedgerDigest();
    private long events;

    private EmptyInstance(Connection connection, SecuritySettings security) throws SQLException {
        this.connection = connection;
        this.single = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(single);
        this.move = LedgerMove.with(security, single, Clock.systemUTC());
        this.insert = connection.prepareStatement(INSERT);
    }

    /**
     * Keeps everybody else out until the transaction ends.
     *
     * @throws TransferRefused where something is there
     */
    static EmptyInstance claimed(Connection connection, SecuritySettings security) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table ledger.event in access exclusive mode");
            try (var row = statement.executeQuery(OCCUPIED)) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new TransferRefused("This instance is not empty: a ledger is imported into an empty one only,"
                            + " such as a data folder (TASKLEDGER_DATA) that is not there yet.");
                }
            }
        }
        return new EmptyInstance(connection, security);
    }

    void add(LedgerRow row) throws SQLException {
        came.add(row);
        insert.setLong(1, row.position());
        insert.setString(2, row.streamId());
        insert.setObject(3, row.sequenceNumber(), Types.BIGINT);
        insert.setString(4, row.streamType());
        insert.setString(5, row.type());
        insert.setString(6, row.revision());
        insert.setObject(7, row.eventId());
        insert.setObject(8, Timestamps.utc(row.happenedAt()));
        insert.setObject(9, Timestamps.utc(row.recordedAt()));
        insert.setBytes(10, row.payload());
        insert.setBytes(11, row.metadata());
        insert.addBatch();
        if (++events % BATCH == 0) {
            insert.executeBatch();
        }
    }

    /** @throws InvalidKeyException where a key was not wrapped under the file's */
    void keep(PassphraseKey file, LedgerLine line) throws InvalidKeyException {
        switch (line) {
            case LedgerLine.Key key -> move.keep(file, key);
            case LedgerLine.Erased erased -> move.keep(erased);
            case LedgerLine.Skipped(var projection, var position, var reason) ->
                jdbc.sql("""
                                insert into readmodel.skipped_event (projection, position, reason)
                                values (:projection, :position, :reason)""")
                        .param("projection", projection)
                        .param("position", position)
                        .param("reason", reason)
                        .update();
            default -> throw new IllegalArgumentException("no line behind the events: " + line);
        }
    }

    /** @param upTo the last position that came, be there an event or not */
    Read finish(long upTo) throws SQLException {
        insert.executeBatch();
        var digest = came.hex();
        requireStored(digest, upTo);
        // The next event gets the position behind them all.
        jdbc.sql("alter table ledger.event alter column position restart with " + (upTo + 1))
                .update();
        var accounts = accounts(upTo);
        // Mail begins where the ledger ends when it is first there: what came is nobody's news.
        jdbc.sql("delete from automation.token where processor_name = :mail")
                .param("mail", MailWiring.GROUP)
                .update();
        FreshReadModels.forget(jdbc);
        return new Read(events, upTo, digest, accounts);
    }

    private void requireStored(String digest, long upTo) throws SQLException {
        var stored = new LedgerDigest();
        LedgerRows.<RuntimeException>each(connection, 0, upTo, stored::add);
        if (!stored.hex().equals(digest)) {
            throw new IllegalStateException("what was stored is not what came");
        }
    }

    private long accounts(long upTo) {
        var serializer = Apart.events(move.cipher());
        var engine = LedgerEventStorageEngine.builder()
                .connectionProvider(single::getConnection)
                .dataSource(single)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .withoutSnapshots()
                .build();
        var names = new NamesFromLedger(new Reservations(single::getConnection), move.names());
        try (var reader = new LedgerRanges(engine, single).reader(new LedgerRanges.Share(List.of("account"), 0, 1))) {
            for (long after = 0; after < upTo; after += RANGE) {
                for (var event : reader.read(after, Math.min(after + RANGE, upTo))) {
                    if (event.getPayload() instanceof AccountEvent told) {
                        names.on(told);
                    }
                }
            }
        }
        var credentials = new Credentials(jdbc, move.names(), Clock.systemUTC());
        var count = new AtomicLong();
        names.reserve((person, username) -> {
            credentials.addWithoutPassword(person, username);
            count.incrementAndGet();
        });
        return count.get();
    }
}
