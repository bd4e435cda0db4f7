package io.taskledger.command.task;

import java.util.Map;

import io.taskledger.command.Deciding;
import io.taskledger.command.Deciding.Heard;
import io.taskledger.command.LedgerDatabase;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.by;
import static io.taskledger.command.task.Tasks.FERNS;
import static org.assertj.core.api.Assertions.assertThat;

/** What a command's sender gets back, from a real ledger. */
class ReceiptsTest {

    private LedgerDatabase database;
    private Deciding deciding;

    @BeforeEach
    void open() {
        database = LedgerDatabase.fresh();
        deciding = new Deciding(database);
    }

    @AfterEach
    void close() {
        deciding.close();
        database.close();
    }

    @Test
    void a_receipt_names_the_last_position_that_was_written() {
        var receipt = (Receipt) deciding.send(Tasks.create(true), by(ANN)).getPayload();

        assertThat(receipt.position()).isEqualTo(lastPosition()).isPositive();
        assertThat(database.count("select count(*) from ledger.event")).isEqualTo(2);
        assertThat(deciding.heard()).containsExactly(new Heard(ANN.text(), Tasks.create(true), lastPosition()));
    }

    @Test
    void a_command_that_changed_nothing_names_no_position() {
        deciding.send(Tasks.create(true), by(ANN));
        deciding.heard().clear();

        var receipt = (Receipt) deciding.send(new CompleteTask(FERNS), by(ANN)).getPayload();

        assertThat(receipt.position()).isZero();
        assertThat(deciding.heard()).isEmpty();
    }

    @Test
    void a_refusal_has_no_receipt() {
        deciding.send(Tasks.create(), by(ANN));
        deciding.heard().clear();

        assertThat(deciding.send(new DeleteTask(FERNS), by(BOB)).exceptionResult())
                .isInstanceOf(CommandRejected.class);
        assertThat(deciding.send(new DeleteTask(FERNS), Map.of()).isExceptional())
                .isTrue();
        assertThat(deciding.heard()).isEmpty();
    }

    @Test
    void a_task_is_created_once_and_the_second_attempt_writes_nothing() {
        deciding.send(Tasks.create(), by(ANN));

        assertThat(deciding.send(Tasks.create(true), by(BOB)).exceptionResult())
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(database.count("select count(*) from ledger.event")).isEqualTo(1);
        assertThat(deciding.heard()).hasSize(1);
    }

    private long lastPosition() {
        return database.count("select max(position) from ledger.event");
    }
}
