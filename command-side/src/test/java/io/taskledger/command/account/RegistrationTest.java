package io.taskledger.command.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

import io.taskledger.command.Deciding;
import io.taskledger.command.LedgerDatabase;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.UsernameTaken;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

/** Names are unique on a real ledger, whoever comes at the same time on either of two nodes. */
class RegistrationTest {

    private static final int CROWD = 100;

    /** Events of one registration: the account, and its personal workspace. */
    private static final int EACH = 2;

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
    void of_many_who_want_a_name_at_once_one_gets_it() throws Exception {
        var answers = atOnce(n -> new RegisterUser(UserId.next(), n % 2 == 0 ? "ann" : "ANN", n + "@example.org"));

        assertThat(answers).filteredOn(answer -> !answer.isExceptional()).hasSize(1);
        assertThat(refusals(answers)).hasSize(CROWD - 1).hasOnlyElementsOfType(UsernameTaken.class);
        assertThat(database.count("select count(*) from ledger.event")).isEqualTo(EACH);
        // The losers hold nothing: their addresses are free again.
        assertThat(database.count("select count(*) from ledger.reservation")).isEqualTo(2);
    }

    @Test
    void of_many_who_want_an_address_at_once_one_gets_it() throws Exception {
        var answers = atOnce(n -> new RegisterUser(UserId.next(), "ann-" + n, "ann@example.org"));

        assertThat(answers).filteredOn(answer -> !answer.isExceptional()).hasSize(1);
        assertThat(refusals(answers)).hasSize(CROWD - 1).hasOnlyElementsOfType(EmailTaken.class);
        assertThat(database.count("select count(*) from ledger.event")).isEqualTo(EACH);
        assertThat(database.count("select count(*) from ledger.reservation")).isEqualTo(2);
    }

    @Test
    void many_with_names_of_their_own_all_get_in() throws Exception {
        var answers = atOnce(n -> new RegisterUser(UserId.next(), "ann-" + n, n + "@example.org"));

        assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
        assertThat(database.count("select count(*) from ledger.event")).isEqualTo(CROWD * EACH);
    }

    @Test
    void who_is_refused_for_the_address_leaves_the_name_free() {
        send(new RegisterUser(ANN, "ann", "ann@example.org"));

        assertThat(refusal(send(new RegisterUser(BOB, "bob", "Ann@example.org"))))
                .isEqualTo(new EmailTaken("Ann@example.org"));
        assertThat(send(new RegisterUser(BOB, "bob", "bob@example.org")).isExceptional())
                .isFalse();
    }

    @Test
    void an_account_is_made_once() {
        send(new RegisterUser(ANN, "ann", "ann@example.org"));

        var again = send(new RegisterUser(ANN, "ann", "ann@example.org"));

        assertThat(again.exceptionResult()).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(database.count("select count(*) from ledger.event")).isEqualTo(EACH);
    }

    private CommandResultMessage<?> send(RegisterUser command) {
        return here.send(command, Map.of());
    }

    private List<CommandResultMessage<?>> atOnce(IntFunction<RegisterUser> command) throws Exception {
        var start = new CyclicBarrier(CROWD);
        var attempts = new ArrayList<Callable<CommandResultMessage<?>>>();
        for (int n = 0; n < CROWD; n++) {
            var mine = command.apply(n);
            var node = n % 3 == 0 ? here : there;
            attempts.add(() -> {
                start.await();
                return node.send(mine, Map.of());
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

    private static List<Rejection> refusals(List<CommandResultMessage<?>> answers) {
        return answers.stream()
                .filter(CommandResultMessage::isExceptional)
                .map(RegistrationTest::refusal)
                .toList();
    }

    private static Rejection refusal(CommandResultMessage<?> answer) {
        assertThat(answer.exceptionResult()).isInstanceOf(CommandRejected.class);
        return ((CommandRejected) answer.exceptionResult()).rejection();
    }
}
