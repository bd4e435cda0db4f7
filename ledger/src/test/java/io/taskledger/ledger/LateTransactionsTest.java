package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.ledger.Notes.NOON;
import static io.taskledger.ledger.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LateTransactionsTest {

    private final AtomicInteger begun = new AtomicInteger();
    private LedgerDatabase database;
    private LateTransactions late;
    private LedgerEventStorageEngine engine;

    @BeforeEach
    void openLedger() {
        database = LedgerDatabase.fresh();
        Transactions transactions = new Transactions(database.pool());
        TransactionManager counted = () -> {
            begun.incrementAndGet();
            return transactions.startTransaction();
        };
        late = new LateTransactions(
                counted,
                transactions,
                database.pool()::getConnection,
                message -> !"at once".equals(message.getPayload()));
        engine = database.engine(late, Notes.serializer()).build();
    }

    @AfterEach
    void closeLedger() {
        database.close();
    }

    @Test
    void an_append_alone_begins_no_transaction() throws SQLException {
        UnitOfWork<?> command = command("append");
        command.onPrepareCommit(work -> engine.appendEvents(note("note-1", 0), note("note-1", 1)));
        command.afterCommit(work -> assertThat(AppendedPosition.lastOf(work)).hasValue(2));

        command.commit();

        assertThat(begun).hasValue(0);
        assertThat(events()).isEqualTo("note-1/0 note-1/1");
    }

    @Test
    void nothing_is_stored_where_the_command_fails_after_its_append() throws SQLException {
        UnitOfWork<?> command = command("append");
        command.onPrepareCommit(work -> engine.appendEvents(note("note-1", 0)));
        command.onPrepareCommit(work -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(command::commit).hasMessage("no");

        assertThat(events()).isNull();
    }

    @Test
    void a_lost_race_is_told_when_the_unit_of_work_commits() throws SQLException {
        engine.appendEvents(note("note-1", 0), note("note-1", 1));
        UnitOfWork<?> command = command("append");
        command.onPrepareCommit(work -> engine.appendEvents(note("note-1", 1)));
        AtomicInteger rolledBack = new AtomicInteger();
        command.onRollback(work -> rolledBack.incrementAndGet());

        assertThatThrownBy(command::commit).isInstanceOf(ConcurrencyException.class);

        assertThat(rolledBack).hasValue(1);
        assertThat(events()).isEqualTo("note-1/0 note-1/1");
    }

    @Test
    void whoever_asks_for_a_connection_begins_the_transaction_that_the_append_is_part_of() throws SQLException {
        UnitOfWork<?> command = command("reserve and append");
        reserve();
        command.onPrepareCommit(work -> engine.appendEvents(note("note-1", 0)));
        command.onPrepareCommit(
                work -> assertThat(AppendedPosition.lastOf(work)).isPresent());
        command.onPrepareCommit(work -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(command::commit).hasMessage("no");

        assertThat(begun).hasValue(1);
        assertThat(events()).isNull();
        assertThat(reservations()).isEqualTo("0");
    }

    @Test
    void an_append_that_was_left_to_the_end_goes_before_what_comes_after_it() throws SQLException {
        UnitOfWork<?> command = command("append and reserve");
        command.onPrepareCommit(work -> engine.appendEvents(note("note-1", 0)));
        command.onPrepareCommit(
                work -> assertThat(engine.readEvents("note-1").hasNext()).isTrue());
        command.onPrepareCommit(work -> engine.appendEvents(note("note-1", 1)));
        command.onPrepareCommit(work -> reserve());

        command.commit();

        assertThat(begun).hasValue(1);
        assertThat(events()).isEqualTo("note-1/0 note-1/1");
        assertThat(reservations()).isEqualTo("1");
    }

    @Test
    void two_appends_are_stored_together_or_not_at_all() throws SQLException {
        engine.appendEvents(note("note-2", 0));
        UnitOfWork<?> command = command("append twice");
        command.onPrepareCommit(work -> engine.appendEvents(note("note-1", 0)));
        command.onPrepareCommit(work -> engine.appendEvents(note("note-2", 0)));

        assertThatThrownBy(command::commit).isInstanceOf(AggregateStreamCreationException.class);

        assertThat(events()).isEqualTo("note-2/0");
    }

    @Test
    void a_command_within_a_command_is_part_of_its_transaction() throws SQLException {
        UnitOfWork<?> outer = command("append");
        UnitOfWork<?> inner = command("append within");
        inner.onPrepareCommit(work -> engine.appendEvents(note("note-1", 0)));
        inner.commit();
        assertThat(events()).isNull();

        outer.commit();

        assertThat(begun).hasValue(0);
        assertThat(events()).isEqualTo("note-1/0");
    }

    @Test
    void what_may_not_begin_late_begins_at_once() throws SQLException {
        UnitOfWork<?> command = command("at once");
        assertThat(begun).hasValue(1);
        engine.appendEvents(note("note-1", 0));

        command.rollback();

        assertThat(events()).isNull();
    }

    @Test
    void a_known_time_is_kept_as_one_that_is_looked_up() throws SQLException {
        append(note("note-1", 0, new Notes.Noted("first"), NOON.plusSeconds(2)));
        append(note("note-1", 1, new Notes.Noted("of a slow clock"), NOON));
        // By another node.
        database.engine(new Transactions(database.pool()), Notes.serializer())
                .build()
                .appendEvents(note("note-1", 2, new Notes.Noted("of a fast clock"), NOON.plusSeconds(4)));
        append(note("note-1", 3, new Notes.Noted("of a slow clock"), NOON));

        assertThat(database.ask(
                        "select string_agg((extract(epoch from happened_at) - %d)::int::text, ' ' order by position)"
                                        .formatted(NOON.getEpochSecond())
                                + " from ledger.event"))
                .isEqualTo("2 2 4 4");
    }

    private void append(EventMessage<?> event) {
        UnitOfWork<?> command = command("append");
        command.onPrepareCommit(work -> engine.appendEvents(event));
        command.commit();
    }

    private UnitOfWork<Message<?>> command(String payload) {
        UnitOfWork<Message<?>> command = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(payload));
        command.attachTransaction(late);
        return command;
    }

    private void reserve() {
        try (Connection connection = late.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into ledger.reservation (kind, digest, holder) values ('name', '\\x00', 'somebody')")) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String events() throws SQLException {
        return database.ask(
                "select string_agg(stream_id || '/' || sequence_number, ' ' order by position) from ledger.event");
    }

    private String reservations() throws SQLException {
        return database.ask("select count(*) from ledger.reservation");
    }
}
