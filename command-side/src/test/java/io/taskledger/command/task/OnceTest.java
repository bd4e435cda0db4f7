package io.taskledger.command.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import io.taskledger.command.Deciding;
import io.taskledger.command.LedgerDatabase;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection.KeyUsedForAnother;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.by;
import static io.taskledger.command.task.Tasks.FERNS;
import static org.assertj.core.api.Assertions.assertThat;

/** What is asked under an idempotency key is done once, on a real ledger with two nodes. */
class OnceTest {

    private static final int CROWD = 16;
    private static final String DIGEST = "00ff";

    private LedgerDatabase database;
    private Deciding here;
    private Deciding there;

    @BeforeEach
    void open() {
        database = LedgerDatabase.fresh();
        here = new Deciding(database);
        there = new Deciding(database);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void the_second_time_nothing_is_done_and_the_receipt_is_of_the_first() {
        var first = receipt(here.send(some(), keyed(ANN, "k", DIGEST)));

        var second = receipt(there.send(some(), keyed(ANN, "k", DIGEST)));

        assertThat(events()).isOne();
        assertThat(second.position()).isEqualTo(first.position()).isPositive();
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(database.jdbc()
                        .sql("select stream_id from ledger.event")
                        .query(String.class)
                        .single())
                .isEqualTo(second.targetOr("another"));
        assertThat(first.targetOr("its own")).isEqualTo("its own");
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        here.send(some(), keyed(ANN, "k", DIGEST));

        assertThat(refusal(there.send(some(), keyed(ANN, "k", "11")))).isEqualTo(new KeyUsedForAnother("k"));
        assertThat(events()).isOne();
    }

    @Test
    void each_actor_has_keys_of_their_own() {
        here.send(some(), keyed(ANN, "k", DIGEST));
        here.send(some(), keyed(BOB, "k", DIGEST));

        assertThat(events()).isEqualTo(2);
    }

    @Test
    void what_was_refused_may_be_asked_again() {
        assertThat(here.send(new DeleteTask(FERNS), keyed(ANN, "k", DIGEST)).isExceptional())
                .isTrue();
        assertThat(database.count("select count(*) from ledger.idempotency_key"))
                .isZero();
        here.send(Tasks.create(), by(ANN));

        assertThat(receipt(here.send(new DeleteTask(FERNS), keyed(ANN, "k", DIGEST)))
                        .position())
                .isPositive();
    }

    @Test
    void what_changed_nothing_is_not_tried_again_either() {
        here.send(Tasks.create(true), by(ANN));

        var first = receipt(here.send(new CompleteTask(FERNS), keyed(ANN, "k", DIGEST)));
        var second = receipt(here.send(new CompleteTask(FERNS), keyed(ANN, "k", DIGEST)));

        assertThat(first.position()).isZero();
        assertThat(second.position()).isZero();
        assertThat(second.repeated()).isTrue();
    }

    @Test
    void of_many_that_come_at_once_on_two_nodes_one_is_done_and_all_are_answered() throws Exception {
        var answers = atOnce(n -> some(), n -> keyed(ANN, "k", DIGEST));

        assertThat(events()).isOne();
        assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
        assertThat(answers.stream().map(OnceTest::receipt).filter(receipt -> !receipt.repeated()))
                .hasSize(1);
        assertThat(answers.stream().map(answer -> receipt(answer).position()).distinct())
                .containsExactly(database.count("select max(position) from ledger.event"));
    }

    @Test
    void an_attempt_that_lost_a_race_leaves_its_key_to_the_next() throws Exception {
        here.send(Tasks.create(), by(ANN));

        var answers = atOnce(
                n -> new EditTask(FERNS, TaskEdit.nothing().title("Title " + n)), n -> keyed(ANN, "key " + n, DIGEST));

        assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
        assertThat(events()).isEqualTo(1 + CROWD);
        assertThat(database.count("select count(distinct position) from ledger.idempotency_key"))
                .isEqualTo(CROWD);
    }

    private interface Each<T> {
        T of(int n);
    }

    private List<CommandResultMessage<?>> atOnce(Each<Object> command, Each<Map<String, Object>> metaData)
            throws Exception {
        var start = new CyclicBarrier(CROWD);
        var attempts = new ArrayList<Callable<CommandResultMessage<?>>>();
        for (int n = 0; n < CROWD; n++) {
            var number = n;
            var node = n % 2 == 0 ? here : there;
            attempts.add(() -> {
                start.await();
                return node.send(command.of(number), metaData.of(number));
            });
        }
        var answers = new ArrayList<CommandResultMessage<?>>();
        try (var crowd = Executors.newFixedThreadPool(CROWD)) {
            for (var answer : crowd.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static CreateTask some() {
        return CreateTask.titled(TaskId.next(), "Water the ferns");
    }

    private static Map<String, Object> keyed(UserId who, String key, String digest) {
        var metaData = new HashMap<>(by(who));
        metaData.put(MetadataKeys.IDEMPOTENCY_KEY, key);
        metaData.put(MetadataKeys.REQUEST_DIGEST, digest);
        return metaData;
    }

    private long events() {
        return database.count("select count(*) from ledger.event");
    }

    private static Receipt receipt(CommandResultMessage<?> answer) {
        assertThat(answer.isExceptional()).isFalse();
        return (Receipt) answer.getPayload();
    }

    private static Object refusal(CommandResultMessage<?> answer) {
        return ((CommandRejected) answer.exceptionResult()).rejection();
    }
}
