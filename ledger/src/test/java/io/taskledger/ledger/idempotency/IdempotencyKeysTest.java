package io.taskledger.ledger.idempotency;

import java.util.concurrent.CompletableFuture;

import io.taskledger.ledger.Await;
import io.taskledger.ledger.LedgerDatabase;
import io.taskledger.ledger.Transactions;
import io.taskledger.ledger.idempotency.IdempotencyKeys.Done;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyKeysTest {

    private static final String DIGEST = "00ff";

    private LedgerDatabase database;
    private Transactions transactions;
    private IdempotencyKeys keys;

    @BeforeEach
    void openDatabase() {
        database = LedgerDatabase.fresh();
        transactions = new Transactions(database.pool());
        keys = new IdempotencyKeys(transactions);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void a_key_is_taken_once_by_each_actor() {
        assertThat(keys.take("ann", "k", DIGEST, "task-1")).isEmpty();

        assertThat(keys.take("ann", "k", "11", "task-2")).contains(new Done(DIGEST, "task-1", 0, null));
        assertThat(keys.take("bob", "k", DIGEST, null)).isEmpty();
        assertThat(keys.take("ann", "K", DIGEST, null)).isEmpty();
    }

    @Test
    void what_was_done_is_found_with_its_position_and_its_first_answer() {
        assertThat(keys.find("ann", "k")).isEmpty();
        keys.take("ann", "k", DIGEST, "task-1");
        keys.reached("ann", "k", 42);
        keys.keep("ann", "k", "first");
        keys.keep("ann", "k", "second");

        assertThat(keys.find("ann", "k")).contains(new Done(DIGEST, "task-1", 42, "first"));
    }

    @Test
    void the_second_of_two_waits_and_finds_what_the_first_did() throws Exception {
        Transaction first = transactions.startTransaction();
        keys.take("ann", "k", DIGEST, "task-1");
        var second = CompletableFuture.supplyAsync(() -> keys.take("ann", "k", DIGEST, "task-2"));
        awaitLock();
        assertThat(second).isNotDone();
        keys.reached("ann", "k", 42);

        first.commit();

        assertThat(second.get()).contains(new Done(DIGEST, "task-1", 42, null));
    }

    @Test
    void the_second_of_two_has_the_key_if_the_first_rolls_back() throws Exception {
        Transaction first = transactions.startTransaction();
        keys.take("ann", "k", DIGEST, "task-1");
        var second = CompletableFuture.supplyAsync(() -> keys.take("ann", "k", DIGEST, "task-2"));
        awaitLock();

        first.rollback();

        assertThat(second.get()).isEmpty();
        assertThat(keys.find("ann", "k")).contains(new Done(DIGEST, "task-2", 0, null));
    }

    @Test
    void a_key_is_free_again_after_a_day() throws Exception {
        keys.take("ann", "k", DIGEST, "task-1");
        keys.reached("ann", "k", 42);
        keys.keep("ann", "k", "first");
        age("24 hours");

        assertThat(keys.find("ann", "k")).isEmpty();
        assertThat(keys.take("ann", "k", "11", "task-2")).isEmpty();
        assertThat(keys.find("ann", "k")).contains(new Done("11", "task-2", 0, null));
    }

    @Test
    void the_sweep_takes_what_has_run_out_and_nothing_else() throws Exception {
        keys.take("ann", "old", DIGEST, null);
        age("24 hours");
        keys.take("ann", "new", DIGEST, null);

        assertThat(keys.sweep()).isOne();
        assertThat(keys.sweep()).isZero();
        assertThat(keys.find("ann", "new")).isPresent();
    }

    private void age(String by) throws Exception {
        try (var connection = database.pool().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update ledger.idempotency_key set created_at = created_at - interval '" + by + "'");
        }
    }

    private void awaitLock() throws Exception {
        Await.until(() -> "1"
                .equals(database.ask("select count(*) from pg_locks where not granted"
                        + " and pid in (select pid from pg_stat_activity where datname = current_database())")));
    }
}
