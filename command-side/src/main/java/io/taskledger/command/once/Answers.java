package io.taskledger.command.once;

import java.util.Optional;

import io.taskledger.ledger.idempotency.IdempotencyKeys;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.messages.Actor;
import io.taskledger.messages.once.FindAnswer;
import io.taskledger.messages.once.FirstAnswer;
import io.taskledger.messages.once.KeepAnswer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Keeps how requests were answered: sealed, since an answer shows what its actor wrote. */
@Component
class Answers {

    /** What answers are sealed for; stored, hence a contract. */
    private static final String SEALED_FOR = "idempotency.answer";

    private final IdempotencyKeys keys;
    private final PersonalCipher cipher;

    Answers(IdempotencyKeys keys, PersonalCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    @CommandHandler
    void handle(KeepAnswer command, Actor actor) {
        var subject = actor.userId().text();
        keys.keep(
                subject,
                command.key(),
                cipher.seal(subject, SEALED_FOR, command.rendered().getBytes(UTF_8)));
    }

    @QueryHandler
    Optional<FirstAnswer> answer(FindAnswer query, Actor actor) {
        var subject = actor.userId().text();
        return keys.find(subject, query.key())
                .map(done -> new FirstAnswer(
                        done.digest(),
                        Optional.ofNullable(done.answer())
                                .flatMap(kept -> cipher.open(subject, SEALED_FOR, kept))
                                .map(clear -> new String(clear, UTF_8))
                                .orElse(null)));
    }
}
