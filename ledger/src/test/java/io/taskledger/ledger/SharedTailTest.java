package io.taskledger.ledger;

import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.ledger.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;

class SharedTailTest {

    private LedgerDatabase database;
    private Transactions transactions;
    private LedgerEventStorageEngine engine;
    private SharedTail tail;

    @BeforeEach
    void openLedger() {
        database = LedgerDatabase.fresh();
        transactions = new Transactions(database.pool());
        engine = database.engine(transactions, Notes.serializer()).build();
        tail = new SharedTail(engine);
    }

    @AfterEach
    void closeLedger() {
        database.close();
    }

    @Test
    void readers_woken_by_one_ring_get_the_same_messages() {
        engine.appendEvents(note("note-1", 0));

        TailBatch one = tail.after(0, 1);
        TailBatch other = tail.after(0, 1);

        assertThat(one.events()).hasSize(1);
        assertThat(other.events().getFirst()).isSameAs(one.events().getFirst());
    }

    @Test
    void what_came_before_the_next_ring_is_read_with_it() {
        assertThat(tail.after(0, 1).events()).isEmpty();
        engine.appendEvents(note("note-1", 0));

        assertThat(tail.after(0, 2).events()).hasSize(1);
    }

    @Test
    void a_reader_that_nobody_woke_gets_all_that_is_there() {
        assertThat(tail.after(0, 1).events()).isEmpty();
        engine.appendEvents(note("note-1", 0));

        assertThat(tail.now(0).events()).hasSize(1);
    }

    @Test
    void readers_at_different_positions_get_what_each_lacks() {
        engine.appendEvents(note("note-1", 0), note("note-1", 1));

        assertThat(tail.after(0, 1).events()).hasSize(2);
        assertThat(tail.after(1, 1).events()).hasSize(1);
    }

    @Test
    void what_an_open_append_holds_back_is_looked_for_again_without_a_ring() throws Exception {
        Transaction open = transactions.startTransaction();
        engine.appendEvents(note("note-1", 0));
        Thread other = Thread.ofPlatform().start(() -> engine.appendEvents(note("note-2", 0)));
        other.join();
        assertThat(tail.after(0, 1).heldBack()).isTrue();

        open.commit();

        assertThat(tail.after(0, 1).events()).hasSize(2);
    }
}
