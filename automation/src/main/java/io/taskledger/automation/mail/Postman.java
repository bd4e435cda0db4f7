package io.taskledger.automation.mail;

import java.time.Clock;

import io.taskledger.automation.mail.Delivery.Away;
import io.taskledger.automation.mail.Delivery.Failed;
import io.taskledger.automation.mail.Delivery.KeptBack;
import io.taskledger.automation.mail.Delivery.Refused;
import io.taskledger.automation.mail.Delivery.Sent;
import io.taskledger.automation.mail.Delivery.Withheld;
import io.taskledger.messages.account.MailRecipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one letter after the other out of the outbox and to the way out. The letter is held by a transaction for as long:
 * should this node die, another takes it up at once. What a dying node had already handed over goes out twice then, under
 * the same Message-ID: SMTP has no way to know.
 */
final class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final WaitingLetters letters;
    private final TransactionTemplate transaction;
    private final Facts facts;
    private final Writer writer;
    private final Envelope envelope;
    private final WayOut way;
    private final Clock clock;
    /** By the last mail that was handed over; its absence is told once. */
    private volatile boolean reached = true;

    Postman(
            WaitingLetters letters,
            TransactionTemplate transaction,
            Facts facts,
            Writer writer,
            Envelope envelope,
            WayOut way,
            Clock clock) {
        this.letters = letters;
        this.transaction = transaction;
        this.facts = facts;
        this.writer = writer;
        this.envelope = envelope;
        this.way = way;
        this.clock = clock;
    }

    /** @return whether to go on at once: there was one, and somebody to take it */
    boolean deliverOne() {
        var goOn = transaction.execute(status -> {
            var letter = letters.take(clock.instant());
            var delivery = letter.map(this::deliver);
            delivery.ifPresent(became -> letters.note(letter.get(), became, clock.instant()));
            return delivery.filter(became -> !(became instanceof Away)).isPresent();
        });
        return Boolean.TRUE.equals(goOn);
    }

    private Away away(RuntimeException fault) {
        if (reached) {
            reached = false;
            log.warn("Mails wait for {} ({}), which is asked again and again", way.name(), cause(fault));
        }
        return new Away(cause(fault));
    }

    private Delivery deliver(Letter letter) {
        try {
            return facts.recipient(letter.recipient())
                    .map(recipient -> deliver(letter, recipient))
                    .orElseGet(() -> new Withheld("there is no such account"));
        } catch (WayOut.RefusedForGood refused) {
            return new Refused(String.valueOf(refused.getMessage()));
        } catch (WayOut.Away away) {
            return away(away.fault());
        } catch (RuntimeException fault) {
            // Its message may hold an address or a text.
            log.warn("{} could not be sent ({}); it is tried again", letter.id(), cause(fault));
            return new Failed(cause(fault));
        }
    }

    private Delivery deliver(Letter letter, MailRecipient recipient) {
        var now = clock.instant();
        var draft = writer.write(letter, recipient);
        if (draft.isEmpty()) {
            return new Withheld("there is nothing to tell any more");
        }
        var free = letter.kind().isAskedFor() ? now : recipient.reachableFrom(letter.filedAt(), now);
        if (free.isAfter(now)) {
            return new KeptBack(free);
        }
        way.hand(envelope.of(draft.get(), letter.id(), recipient.email(), now));
        reached = true;
        return new Sent();
    }

    /** The names of the exceptions: {@code MailSendException: ConnectException}. */
    private static String cause(Throwable fault) {
        var cause = NestedExceptionUtils.getMostSpecificCause(fault);
        var name = fault.getClass().getSimpleName();
        return cause.equals(fault) ? name : name + ": " + cause.getClass().getSimpleName();
    }
}
