package io.taskledger.ledger.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.taskledger.ledger.AppendedPosition;
import io.taskledger.ledger.LedgerDatabase;
import io.taskledger.ledger.command.Door.Build;
import io.taskledger.ledger.command.Door.DoorIsShut;
import io.taskledger.ledger.command.Door.Enter;
import io.taskledger.ledger.command.Door.EnterIfOpen;
import io.taskledger.ledger.command.Door.Open;
import io.taskledger.ledger.command.Door.Shut;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TwoNodesTest {

    private LedgerDatabase database;
    private Node here;
    private Node there;

    @BeforeEach
    void startTwoNodes() {
        database = LedgerDatabase.fresh();
        here = new Node(database);
        there = new Node(database);
        done(here.send(new Build("door-1")));
    }

    @AfterEach
    void stopBoth() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void a_write_from_a_stale_cache_is_done_again_from_the_head() throws SQLException {
        done(there.send(new Enter("door-1")));
        assertThat(here.cache().containsKey("door-1")).isTrue();

        done(here.send(new Enter("door-1")));

        assertThat(events()).isEqualTo("door.built door.entered door.entered");
    }

    @Test
    void a_no_op_is_not_answered_from_a_stale_cache() throws SQLException {
        done(here.send(new Shut("door-1")));
        done(there.send(new Open("door-1")));

        done(here.send(new Shut("door-1")));

        assertThat(events()).isEqualTo("door.built door.shut door.opened door.shut");
    }

    @Test
    void a_refusal_is_not_answered_from_a_stale_cache() throws SQLException {
        done(here.send(new Shut("door-1")));
        done(there.send(new Open("door-1")));

        done(here.send(new Enter("door-1")));

        assertThat(events()).isEqualTo("door.built door.shut door.opened door.entered");
    }

    @Test
    void a_decision_about_one_stream_is_not_taken_from_a_stale_cache_of_another() throws SQLException {
        done(here.send(new Build("door-2")));
        done(there.send(new Shut("door-2")));

        CommandResultMessage<?> answer = here.send(new EnterIfOpen("door-1", "door-2"));

        assertThat(answer.isExceptional()).isTrue();
        assertThat(answer.exceptionResult()).isInstanceOf(DoorIsShut.class);
        assertThat(events()).isEqualTo("door.built door.built door.shut");
    }

    @Test
    void a_command_that_an_event_handler_sends_is_not_answered_from_a_stale_cache_either() throws SQLException {
        done(here.send(new Shut("door-1")));
        done(there.send(new Open("door-1")));

        here.onEvent(() -> {
            done(here.send(new Enter("door-1")));
            done(here.send(new Shut("door-1")));
        });

        assertThat(events()).isEqualTo("door.built door.shut door.opened door.entered door.shut");
    }

    @Test
    void a_refusal_from_the_head_stands() throws SQLException {
        done(here.send(new Shut("door-1")));

        assertThat(here.send(new Enter("door-1")).exceptionResult()).isInstanceOf(DoorIsShut.class);
        assertThat(there.send(new Enter("door-1")).exceptionResult()).isInstanceOf(DoorIsShut.class);
        assertThat(events()).isEqualTo("door.built door.shut");
    }

    @Test
    void a_second_creation_is_answered_as_one() {
        assertThat(there.send(new Build("door-1")).exceptionResult())
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void an_answer_carries_the_position_that_was_reached() {
        done(here.send(new Enter("door-1")));

        assertThat(there.send(new Shut("door-1")).getMetaData()).containsEntry(AppendedPosition.METADATA_KEY, 3L);
        assertThat(here.send(new Shut("door-1")).getMetaData()).doesNotContainKey(AppendedPosition.METADATA_KEY);
    }

    @RepeatedTest(6)
    void everything_acknowledged_is_there_when_both_write_at_once() throws Exception {
        int each = 100;
        List<Future<?>> clients = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (int client = 0; client < 8; client++) {
                Node node = client % 2 == 0 ? here : there;
                clients.add(executor.submit((Callable<Void>) () -> {
                    for (int n = 0; n < each; n++) {
                        done(node.send(new Enter("door-1")));
                    }
                    return null;
                }));
            }
        }
        for (Future<?> client : clients) {
            client.get();
        }

        assertThat(database.ask("select count(*) || ' ' || max(sequence_number) from ledger.event"
                        + " where stream_id = 'door-1'"))
                .isEqualTo("801 800");
    }

    @Test
    void what_cannot_be_checked_is_not_answered() throws SQLException {
        done(here.send(new Shut("door-1")));
        database.execute("alter table ledger.event rename to mislaid");

        CommandResultMessage<?> answer = here.send(new Shut("door-1"));

        assertThat(answer.isExceptional()).isTrue();
        assertThat(answer.exceptionResult()).hasMessageContaining("heads of the streams");
    }

    private static void done(CommandResultMessage<?> answer) {
        if (answer.isExceptional()) {
            throw new AssertionError("The command failed", answer.exceptionResult());
        }
    }

    private String events() throws SQLException {
        return database.ask("select string_agg(type, ' ' order by position) from ledger.event");
    }
}
