package io.taskledger.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ledger's first promise, under the hardest writers. It rests on PostgreSQL's inner order (a lock is let go after the
 * commit is visible), so it is asked on every build.
 */
class NothingMissedTest {

    private static final Logger log = LoggerFactory.getLogger(NothingMissedTest.class);
    private static final int READERS = 4;

    private LedgerDatabase database;
    private Transactions transactions;

    @BeforeEach
    void openDatabase() throws SQLException {
        database = LedgerDatabase.fresh();
        transactions = new Transactions(database.pool());
        database.execute("create table elsewhere (writer bigint)");
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void every_reader_gets_every_event_once_in_one_order() throws Exception {
        LedgerEventStorageEngine engine =
                database.engine(transactions, Notes.serializer()).build();
        try (LedgerEventStore store =
                LedgerEventStore.builder().storageEngine(engine).build()) {
            Crowd crowd = new Crowd(store, transactions, 10_000);

            List<Witness> witnesses = watch(store, crowd);

            List<String> order = witnesses.getFirst().seen();
            assertThat(order).doesNotHaveDuplicates().hasSameSizeAs(crowd.committed());
            assertThat(new HashSet<>(order)).isEqualTo(crowd.committed());
            for (Witness witness : witnesses) {
                assertThat(witness.seen()).isEqualTo(order);
                assertThat(witness.outOfOrder()).isEmpty();
            }
            assertThat(crowd.rolledBack()).isGreaterThan(500);
        }
    }

    /** So the test above can fail: Axon's own engine, with its limits made as short as the writers' delays are here. */
    @Test
    void the_same_writers_make_axons_engine_lose_events() throws Exception {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .eventSerializer(Notes.serializer())
                .snapshotSerializer(Notes.serializer())
                .persistenceExceptionResolver(NothingMissedTest::isDuplicate)
                .gapTimeout(100)
                .maxGapOffset(100)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        Crowd crowd = new Crowd(store, transactions, 3_000);

        List<Witness> witnesses = watch(store, crowd);
        store.shutDown();

        for (Witness witness : witnesses) {
            Set<String> missed = new HashSet<>(crowd.committed());
            missed.removeAll(witness.seen());
            assertThat(missed).isNotEmpty();
        }
    }

    /** Axon's own resolver does not know PostgreSQL's duplicate key when it comes from a batch. */
    private static boolean isDuplicate(Exception exception) {
        return exception instanceof SQLException failed && "23505".equals(failed.getSQLState());
    }

    private static List<Witness> watch(EventStore store, Crowd crowd) throws InterruptedException {
        List<Witness> witnesses = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            witnesses.add(new Witness(store));
        }
        crowd.write();
        for (Witness witness : witnesses) {
            witness.finish();
        }
        log.info(
                "{} events committed, {} appends rolled back; read: {}",
                crowd.committed().size(),
                crowd.rolledBack(),
                witnesses.stream().map(witness -> witness.seen().size()).toList());
        return witnesses;
    }
}
