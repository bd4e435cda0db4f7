package io.taskledger.command.once;

import java.util.Base64;
import java.util.Optional;

import io.taskledger.command.LedgerDatabase;
import io.taskledger.ledger.idempotency.IdempotencyKeys;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.messages.once.FindAnswer;
import io.taskledger.messages.once.FirstAnswer;
import io.taskledger.messages.once.KeepAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class AnswersTest {

    private static final Actor BY_ANN = new Actor(ANN, Via.REST);

    private LedgerDatabase database;
    private IdempotencyKeys keys;
    private Answers answers;
    private boolean erased;

    @BeforeEach
    void open() {
        database = LedgerDatabase.fresh();
        keys = new IdempotencyKeys(database.source()::getConnection);
        answers = new Answers(keys, new Envelope());
        keys.take(ANN.text(), "k", "00ff", "task-1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_answer_is_kept_for_its_actor() {
        assertThat(answers.answer(new FindAnswer("k"), BY_ANN)).contains(new FirstAnswer("00ff", null));

        answers.handle(new KeepAnswer("k", "Water the ferns 🌱"), BY_ANN);

        assertThat(answers.answer(new FindAnswer("k"), BY_ANN)).contains(new FirstAnswer("00ff", "Water the ferns 🌱"));
        assertThat(answers.answer(new FindAnswer("other"), BY_ANN)).isEmpty();
        assertThat(answers.answer(new FindAnswer("k"), new Actor(BOB, Via.REST)))
                .isEmpty();
    }

    @Test
    void what_is_kept_cannot_be_read_in_the_table() {
        answers.handle(new KeepAnswer("k", "Water the ferns"), BY_ANN);

        assertThat(database.count("select count(*) from ledger.idempotency_key where answer is not null"))
                .isOne();
        assertThat(database.count("select count(*) from ledger.idempotency_key where answer like '%ferns%'"))
                .isZero();
    }

    @Test
    void an_erased_actor_s_answer_is_gone() {
        answers.handle(new KeepAnswer("k", "Water the ferns"), BY_ANN);
        erased = true;

        assertThat(answers.answer(new FindAnswer("k"), BY_ANN)).contains(new FirstAnswer("00ff", null));
    }

    /** Hides what is in it, and knows whose it is and what for. */
    private final class Envelope implements PersonalCipher {

        @Override
        public String seal(String subject, String type, byte[] clear) {
            return Base64.getUrlEncoder()
                    .encodeToString((subject + type + "|" + new String(clear, UTF_8)).getBytes(UTF_8));
        }

        @Override
        public Optional<byte[]> open(String subject, String type, String sealed) {
            var clear = new String(Base64.getUrlDecoder().decode(sealed), UTF_8);
            assertThat(clear).startsWith(subject + type + "|");
            return erased
                    ? Optional.empty()
                    : Optional.of(clear.substring(clear.indexOf('|') + 1).getBytes(UTF_8));
        }
    }
}
