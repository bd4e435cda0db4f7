package io.taskledger.ledger.reservation;

import java.util.concurrent.CompletableFuture;

import io.taskledger.ledger.Await;
import io.taskledger.ledger.LedgerDatabase;
import io.taskledger.ledger.Transactions;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReservationsTest {

    private static final byte[] ADA = {1, 2, 3};
    private static final byte[] BOB = {4, 5, 6};

    private LedgerDatabase database;
    private Transactions transactions;
    private Reservations reservations;

    @BeforeEach
    void openDatabase() {
        database = LedgerDatabase.fresh();
        transactions = new Transactions(database.pool());
        reservations = new Reservations(transactions);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void what_one_holds_no_other_gets() {
        assertThat(reservations.reserve("email", ADA, "user-1")).isTrue();

        assertThat(reservations.reserve("email", ADA, "user-2")).isFalse();
        assertThat(reservations.holderOf("email", ADA)).contains("user-1");
        assertThat(reservations.reserve("email", BOB, "user-2")).isTrue();
        assertThat(reservations.reserve("handle", ADA, "user-2")).isTrue();
    }

    @Test
    void to_reserve_what_one_holds_is_no_conflict() {
        reservations.reserve("email", ADA, "user-1");

        assertThat(reservations.reserve("email", ADA, "user-1")).isTrue();
    }

    @Test
    void only_the_holder_gives_it_back() {
        reservations.reserve("email", ADA, "user-1");

        assertThat(reservations.release("email", ADA, "user-2")).isFalse();
        assertThat(reservations.release("email", ADA, "user-1")).isTrue();
        assertThat(reservations.holderOf("email", ADA)).isEmpty();
        assertThat(reservations.reserve("email", ADA, "user-2")).isTrue();
    }

    @Test
    void a_transaction_goes_on_after_a_refusal() {
        reservations.reserve("email", ADA, "user-1");
        Transaction transaction = transactions.startTransaction();

        assertThat(reservations.reserve("email", ADA, "user-2")).isFalse();
        assertThat(reservations.reserve("email", BOB, "user-2")).isTrue();
        transaction.commit();

        assertThat(reservations.holderOf("email", BOB)).contains("user-2");
    }

    @Test
    void the_second_of_two_waits_and_has_it_if_the_first_rolls_back() throws Exception {
        Transaction first = transactions.startTransaction();
        reservations.reserve("email", ADA, "user-1");
        CompletableFuture<Boolean> second =
                CompletableFuture.supplyAsync(() -> reservations.reserve("email", ADA, "user-2"));
        Await.until(() -> "1"
                .equals(database.ask("select count(*) from pg_locks where not granted"
                        + " and pid in (select pid from pg_stat_activity where datname = current_database())")));
        assertThat(second).isNotDone();

        first.rollback();

        assertThat(second.get()).isTrue();
        assertThat(reservations.holderOf("email", ADA)).contains("user-2");
    }
}
