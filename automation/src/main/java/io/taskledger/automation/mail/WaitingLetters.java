package io.taskledger.automation.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.taskledger.automation.mail.Delivery.Away;
import io.taskledger.automation.mail.Delivery.Failed;
import io.taskledger.automation.mail.Delivery.KeptBack;
import io.taskledger.automation.mail.Delivery.Refused;
import io.taskledger.automation.mail.Delivery.Sent;
import io.taskledger.automation.mail.Delivery.Withheld;
import io.taskledger.messages.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox as a sender sees it. A letter is its sender's for as long as the transaction lasts that took it, so that one
 * whose sender dies is another's at once.
 */
final class WaitingLetters {

    /** A mail that nobody could send for so long tells nothing new any more. */
    static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    /** Whether a server is back costs it one connection. */
    static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;

    WaitingLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that is due longest, unless another sender has it. */
    Optional<Letter> take(Instant now) {
        return jdbc.sql("""
                        select id, recipient, kind, filed_at, attempts
                        from automation.letter
                        where state = 'waiting' and due_at <= :now
                        order by due_at, id
                        limit 1
                        for update skip locked""")
                .param("now", Outbox.utc(now))
                .query((row, number) -> new Letter(
                        row.getString("id"),
                        new UserId(row.getString("recipient")),
                        LetterKind.ofStored(row.getString("kind")),
                        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        reasons(row.getString("id"))))
                .optional();
    }

    void note(Letter letter, Delivery delivery, Instant now) {
        switch (delivery) {
            case Sent _ -> end(letter, "sent", "", now);
            case Withheld(var why) -> end(letter, "withheld", why, now);
            case Refused(var why) -> end(letter, "refused", why, now);
            case KeptBack(var until) -> wait(letter, letter.attempts(), until, "kept back in the quiet hours");
            case Away(var why) when isTooOld(letter, now) -> end(letter, "given_up", why, now);
            case Away(var why) -> wait(letter, letter.attempts(), now.plus(UNTIL_ASKED_AGAIN), why);
            case Failed(var why) when isTooOld(letter, now) -> end(letter, "given_up", why, now);
            case Failed(var why) -> wait(letter, letter.attempts() + 1, now.plus(pauseAfter(letter.attempts())), why);
        }
    }

    private static boolean isTooOld(Letter letter, Instant now) {
        return letter.filedAt().plus(GIVEN_UP_AFTER).isBefore(now);
    }

    /** 10 s, 30 s, 90 s, … at most an hour. */
    static Duration pauseAfter(int failures) {
        var pause = FIRST_PAUSE.multipliedBy((long) Math.pow(3, Math.min(failures, 10)));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private List<Reason> reasons(String letter) {
        return jdbc.sql("""
                        select cause, kind, actor, task_id, comment_id
                        from automation.letter_reason
                        where letter_id = :letter
                        order by cause""").param("letter", letter).query(Outbox::reason).list();
    }

    private void wait(Letter letter, int attempts, Instant until, String note) {
        jdbc.sql("update automation.letter set attempts = :attempts, due_at = :until, note = :note where id = :id")
                .param("attempts", attempts)
                .param("until", Outbox.utc(until))
                .param("note", note)
                .param("id", letter.id())
                .update();
    }

    private void end(Letter letter, String state, String note, Instant now) {
        jdbc.sql("""
                        update automation.letter
                        set state = :state, ended_at = :now, note = nullif(:note, ''), attempts = :attempts
                        where id = :id""")
                .param("state", state)
                .param("now", Outbox.utc(now))
                .param("note", note)
                .param("attempts", letter.attempts() + 1)
                .param("id", letter.id())
                .update();
    }
}
