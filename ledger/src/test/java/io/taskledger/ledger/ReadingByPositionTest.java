package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.ledger.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingByPositionTest {

    private LedgerDatabase database;
    private Transactions transactions;
    private LedgerEventStorageEngine engine;

    @BeforeEach
    void openLedger() {
        database = LedgerDatabase.fresh();
        transactions = new Transactions(database.pool());
        engine = database.engine(transactions, Notes.serializer()).build();
    }

    @AfterEach
    void closeLedger() {
        database.close();
    }

    @Test
    void a_rolled_back_append_leaves_a_hole_that_readers_pass() {
        engine.appendEvents(note("note-1", 0));
        Transaction transaction = transactions.startTransaction();
        engine.appendEvents(note("note-2", 0));
        transaction.rollback();
        engine.appendEvents(note("note-1", 1));

        assertThat(positions(readAll(null))).containsExactly(1L, 3L);
        assertThat(engine.settledPosition()).isEqualTo(3);
    }

    @Test
    void an_open_append_holds_later_events_back() throws Exception {
        engine.appendEvents(note("note-1", 0));
        Transaction transaction = transactions.startTransaction();
        engine.appendEvents(note("note-2", 0));
        elsewhere(() -> engine.appendEvents(note("note-3", 0)));

        elsewhere(() -> {
            assertThat(positions(readAll(null))).containsExactly(1L);
            assertThat(engine.settledPosition()).isZero();
        });
        transaction.commit();

        Await.until(() -> readAll(null).size() == 3);
        assertThat(positions(readAll(null))).containsExactly(1L, 2L, 3L);
        assertThat(engine.settledPosition()).isEqualTo(3);
    }

    @Test
    void an_early_write_elsewhere_holds_nobody_back() throws Exception {
        database.execute("create table ledger.elsewhere (id bigint)");
        Transaction transaction = transactions.startTransaction();
        try (Connection connection = transactions.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into ledger.elsewhere (id) values (1)")) {
            statement.execute();
        }

        elsewhere(() -> {
            engine.appendEvents(note("note-1", 0));
            assertThat(positions(readAll(null))).containsExactly(1L);
        });
        transaction.rollback();
    }

    @Test
    void the_tail_token_is_before_everything_and_the_head_token_after() {
        TrackingToken tail = engine.createTailToken();
        engine.appendEvents(note("note-1", 0), note("note-1", 1));
        TrackingToken head = engine.createHeadToken();
        engine.appendEvents(note("note-1", 2));

        assertThat(positions(readAll(tail))).containsExactly(1L, 2L, 3L);
        assertThat(positions(readAll(head))).containsExactly(3L);
    }

    @Test
    void the_head_token_is_not_past_an_open_append() throws Exception {
        engine.appendEvents(note("note-1", 0));
        engine.settledPosition();
        Transaction transaction = transactions.startTransaction();
        engine.appendEvents(note("note-2", 0));
        elsewhere(() -> engine.appendEvents(note("note-3", 0)));

        TrackingToken head = engine.createHeadToken();
        transaction.commit();

        assertThat(head).isEqualTo(new GlobalSequenceTrackingToken(1));
    }

    @Test
    void a_token_at_an_instant_is_before_what_was_recorded_from_then_on() throws SQLException {
        for (int n = 0; n < 100; n++) {
            engine.appendEvents(note("note-1", n));
        }
        Instant from = Instant.parse(
                database.ask("select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from ledger.event where position = 38"));

        assertThat(engine.createTokenAt(from)).isEqualTo(new GlobalSequenceTrackingToken(37));
        assertThat(engine.createTokenAt(from.plusNanos(1_000))).isEqualTo(new GlobalSequenceTrackingToken(38));
        assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createTokenAt(Instant.now().plusSeconds(60))).isEqualTo(new GlobalSequenceTrackingToken(100));
    }

    @Test
    void a_token_at_an_instant_allows_for_neighbours_in_another_order() throws SQLException {
        engine.appendEvents(
                LongStream.range(0, 10).mapToObj(n -> note("note-1", n)).toList());
        database.execute("update ledger.event set recorded_at = '2026-01-01T00:00:00Z'::timestamptz"
                + " + case position when 4 then 7 when 7 then 4 else position end * interval '1 second'");

        assertThat(engine.createTokenAt(Instant.parse("2026-01-01T00:00:06Z")))
                .isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void a_token_of_another_engine_is_refused() {
        assertThatThrownBy(() -> readAll(new GapAwareTrackingToken(3, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<? extends TrackedEventMessage<?>> readAll(TrackingToken after) {
        return engine.readEvents(after, false).toList();
    }

    private static List<Long> positions(List<? extends TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    private static void elsewhere(Runnable what) throws Exception {
        CompletableFuture.runAsync(what).get();
    }
}
