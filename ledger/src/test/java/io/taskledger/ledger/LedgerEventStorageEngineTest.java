package io.taskledger.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.taskledger.ledger.Notes.NoteStruck;
import io.taskledger.ledger.Notes.Noted;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.ledger.Notes.NOON;
import static io.taskledger.ledger.Notes.alone;
import static io.taskledger.ledger.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

class LedgerEventStorageEngineTest {

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
    void an_event_is_read_as_it_was_written() {
        DomainEventMessage<?> written = note("note-1", 0, new Noted("Grüße"), NOON);

        engine.appendEvents(written);

        DomainEventMessage<?> read = engine.readEvents("note-1").next();
        assertThat(read.getPayload()).isEqualTo(new Noted("Grüße"));
        assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getTimestamp()).isEqualTo(NOON);
        assertThat(read.getType()).isEqualTo("Note");
    }

    @Test
    void a_row_can_be_read_as_json_under_its_short_name() throws SQLException {
        engine.appendEvents(note("note-1", 0, new Noted("Grüße"), NOON));

        assertThat(database.ask("select type || ' ' || revision || ' ' || (payload ->> 'text') || ' '"
                        + " || (metadata ->> 'actor') from ledger.readable_event"))
                .isEqualTo("note.noted 1 Grüße user-1");
    }

    @Test
    void an_event_of_no_stream_is_read_by_position_only() throws SQLException {
        engine.appendEvents(alone("first"), note("note-1", 0), alone("last"));

        assertThat(readAll(null)).hasSize(3).satisfies(events -> {
            assertThat(events.get(0)).isNotInstanceOf(DomainEventMessage.class);
            assertThat(events.get(1)).isInstanceOf(DomainEventMessage.class);
        });
        assertThat(database.ask("select count(*) from ledger.event where stream_id is null"))
                .isEqualTo("2");
    }

    @Test
    void a_long_stream_is_read_in_batches_from_any_sequence_number() {
        engine = database.engine(transactions, Notes.serializer()).batchSize(10).build();
        engine.appendEvents(
                LongStream.range(0, 35).mapToObj(n -> note("note-1", n)).toList());

        assertThat(engine.readEvents("note-1", 12).asStream().map(DomainEventMessage::getSequenceNumber))
                .isEqualTo(LongStream.range(12, 35).boxed().toList());
        assertThat(readAll(null)).hasSize(35);
        assertThat(engine.lastSequenceNumberFor("note-1")).contains(34L);
        assertThat(engine.lastSequenceNumberFor("note-2")).isEmpty();
    }

    @Test
    void more_events_than_one_statement_takes_are_appended_in_order() {
        engine.appendEvents(
                LongStream.range(0, 1_234).mapToObj(n -> note("note-1", n)).toList());

        assertThat(engine.readEvents("note-1").asStream().map(DomainEventMessage::getSequenceNumber))
                .isEqualTo(LongStream.range(0, 1_234).boxed().toList());
    }

    @Test
    void time_never_runs_backwards_within_a_stream() {
        engine.appendEvents(note("note-1", 0, new Noted("late"), NOON));
        engine.appendEvents(
                note("note-1", 1, new Noted("early"), NOON.minusSeconds(60)),
                note("note-1", 2, new Noted("later"), NOON.plusSeconds(5)),
                note("note-1", 3, new Noted("early again"), NOON.minusSeconds(30)),
                note("note-2", 0, new Noted("elsewhere"), NOON.minusSeconds(60)));

        assertThat(engine.readEvents("note-1").asStream().map(DomainEventMessage::getTimestamp))
                .containsExactly(NOON, NOON, NOON.plusSeconds(5), NOON.plusSeconds(5));
        assertThat(engine.readEvents("note-2").next().getTimestamp()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void a_second_creation_of_a_stream_says_so() {
        engine.appendEvents(note("note-1", 0));

        assertThatThrownBy(() -> engine.appendEvents(note("note-1", 0)))
                .isInstanceOf(AggregateStreamCreationException.class)
                .hasMessageContaining("note-1");
    }

    @Test
    void a_place_in_a_stream_that_is_taken_is_a_concurrency_conflict() {
        engine.appendEvents(note("note-1", 0), note("note-1", 1));

        assertThatThrownBy(() -> engine.appendEvents(note("note-1", 1))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void the_conflict_is_told_of_the_event_that_has_it() {
        engine.appendEvents(note("note-1", 0), note("note-1", 1));

        assertThatThrownBy(() -> engine.appendEvents(note("note-2", 0), note("note-1", 1)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("[note-1] at sequence [1]");
    }

    @Test
    void another_failure_is_no_conflict() throws SQLException {
        database.execute("alter table ledger.event add constraint no_more check (sequence_number < 1)");

        assertThatThrownBy(() -> engine.appendEvents(note("note-1", 1))).isInstanceOf(EventStoreException.class);
    }

    @Test
    void the_victim_of_a_deadlock_is_a_concurrency_conflict() throws Exception {
        Transaction first = transactions.startTransaction();
        engine.appendEvents(note("note-1", 0));
        CompletableFuture<Optional<Throwable>> other = CompletableFuture.supplyAsync(() -> {
            Transaction second = transactions.startTransaction();
            engine.appendEvents(note("note-2", 0));
            Throwable failure = catchThrowable(() -> engine.appendEvents(note("note-1", 0)));
            second.rollback();
            return Optional.ofNullable(failure);
        });
        Await.until(() -> "1".equals(database.ask("select count(*) from pg_locks where not granted")));

        Throwable failure = catchThrowable(() -> engine.appendEvents(note("note-2", 0)));
        first.rollback();

        // PostgreSQL chooses; it ends one, and the other goes on.
        assertThat(Stream.concat(Optional.ofNullable(failure).stream(), other.get().stream()))
                .singleElement()
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void the_latest_snapshot_of_a_stream_is_kept() {
        engine.storeSnapshot(note("note-1", 4, new Noted("state at 4"), NOON));
        engine.storeSnapshot(note("note-1", 9, new Noted("state at 9"), NOON));
        engine.storeSnapshot(note("note-1", 7, new Noted("state at 7, late"), NOON));

        assertThat(engine.readSnapshot("note-1")).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.getSequenceNumber()).isEqualTo(9);
            assertThat(snapshot.getPayload()).isEqualTo(new Noted("state at 9"));
        });
        assertThat(engine.readSnapshot("note-2")).isEmpty();
    }

    @Test
    void without_snapshots_none_is_looked_for() {
        engine.storeSnapshot(note("note-1", 4));

        assertThat(database.engine(transactions, Notes.serializer())
                        .withoutSnapshots()
                        .build()
                        .readSnapshot("note-1"))
                .isEmpty();
    }

    @Test
    void an_old_revision_is_upcast_on_both_ways_to_it() throws SQLException {
        engine = database.engine(transactions, Notes.serializer())
                .upcasterChain(new StrengthenStrikes())
                .build();
        engine.appendEvents(note("note-1", 0, new NoteStruck("typo", 1), NOON));
        database.execute("update ledger.event set revision = '1', payload = '{\"reason\":\"old\"}'");

        assertThat(engine.readEvents("note-1").next().getPayload()).isEqualTo(new NoteStruck("old", 10));
        assertThat(readAll(null).getFirst().getPayload()).isEqualTo(new NoteStruck("old", 10));
    }

    @Test
    void a_unit_of_work_knows_the_position_it_reached() {
        engine.appendEvents(note("note-1", 0));
        UnitOfWork<Message<?>> outer = DefaultUnitOfWork.startAndGet(null);
        UnitOfWork<Message<?>> inner = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("within"));
        assertThat(AppendedPosition.lastOf(inner)).isEmpty();

        engine.appendEvents(note("note-1", 1), note("note-1", 2));

        assertThat(AppendedPosition.lastOf(inner)).hasValue(3);
        assertThat(AppendedPosition.lastOf(outer)).hasValue(3);
        inner.rollback();
        outer.rollback();
    }

    private List<? extends TrackedEventMessage<?>> readAll(TrackingToken after) {
        return engine.readEvents(after, false).toList();
    }
}
