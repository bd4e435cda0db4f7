package io.taskledger.automation.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import com.github.f4b6a3.ulid.UlidCreator;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rows of {@code automation.letter}: filed in the transaction of whoever has something to tell. */
public final class Outbox {

    /** How long things are gathered that go into one mail. */
    static final Duration GATHERING = Duration.ofMinutes(2);

    /** The same for reminders, which are good for their time only, while many are for the same one. */
    static final Duration GATHERING_REMINDERS = Duration.ofSeconds(10);

    /** How long one can see what became of a mail. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Runnable filed;

    /** @param filed is run once a filing is committed */
    Outbox(JdbcClient jdbc, Clock clock, Runnable filed) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.filed = filed;
    }

    /** The mail with a link that somebody asked for: {@link LetterKind#VERIFY_EMAIL} or {@link LetterKind#RESET_PASSWORD}. */
    public void fileLink(LetterKind kind, UserId recipient, String link) {
        file(recipient, kind, clock.instant(), new Reason.Link(link));
    }

    /** Tells somebody of something; does nothing where they were told of the same event before. */
    void file(UserId recipient, Reason.News news) {
        if (isKnown(recipient, news)) {
            return;
        }
        var kind = news.letter();
        if (kind != LetterKind.NEWS) {
            file(recipient, kind, clock.instant(), news);
            return;
        }
        var due = clock.instant().plus(news.kind() == MailKind.TASK_DUE_SOON ? GATHERING_REMINDERS : GATHERING);
        var gathering = gathering(recipient);
        if (gathering.isPresent()) {
            add(gathering.get(), recipient, news);
            hurry(gathering.get(), due);
        } else {
            file(recipient, kind, due, news);
        }
    }

    private void hurry(String letter, Instant due) {
        jdbc.sql("update automation.letter set due_at = :due where id = :id and due_at > :due")
                .param("due", utc(due))
                .param("id", letter)
                .update();
    }

    /** Mails that ended long ago. */
    void sweep() {
        jdbc.sql("delete from automation.letter where state <> 'waiting' and ended_at < :before")
                .param("before", utc(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private void file(UserId recipient, LetterKind kind, Instant due, Reason reason) {
        var id = "mail-" + UlidCreator.getMonotonicUlid();
        jdbc.sql("""
                        insert into automation.letter (id, recipient, kind, filed_at, due_at)
                        values (:id, :recipient, :kind, :now, :due)""")
                .param("id", id)
                .param("recipient", recipient.text())
                .param("kind", kind.stored())
                .param("now", utc(clock.instant()))
                .param("due", utc(due))
                .update();
        add(id, recipient, reason);
        whenCommitted();
    }

    private void add(String letter, UserId recipient, Reason reason) {
        var news = reason instanceof Reason.News about ? about : null;
        jdbc.sql("""
                        insert into automation.letter_reason
                            (cause, recipient, letter_id, kind, actor, task_id, comment_id)
                        values (:cause, :recipient, :letter, :kind, :actor, :task, :comment)""")
                .param("cause", reason.cause())
                .param("recipient", recipient.text())
                .param("letter", letter)
                .param("kind", news == null ? "link" : news.kind().stored())
                .param(
                        "actor",
                        news == null || news.actor() == null
                                ? null
                                : news.actor().text())
                .param("task", news == null ? null : news.taskId().text())
                .param(
                        "comment",
                        news == null || news.comment() == null
                                ? null
                                : news.comment().text())
                .update();
    }

    private boolean isKnown(UserId recipient, Reason reason) {
        return jdbc.sql(
                        "select exists (select from automation.letter_reason where cause = :cause and recipient = :who)")
                .param("cause", reason.cause())
                .param("who", recipient.text())
                .query(Boolean.class)
                .single();
    }

    /** A mail that nobody has tried to send yet; not one that is being sent just now. */
    private Optional<String> gathering(UserId recipient) {
        return jdbc.sql("""
                        select id
                        from automation.letter
                        where recipient = :recipient and state = 'waiting' and kind = 'news' and attempts = 0
                        order by id
                        limit 1
                        for update skip locked""")
                .param("recipient", recipient.text())
                .query(String.class)
                .optional();
    }

    private void whenCommitted() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    filed.run();
                }
            });
        } else {
            filed.run();
        }
    }

    static Reason reason(ResultSet row, int number) throws SQLException {
        var task = row.getString("task_id");
        return task == null
                ? new Reason.Link(row.getString("cause"))
                : new Reason.News(
                        row.getString("cause"),
                        MailKind.ofStored(row.getString("kind")),
                        user(row.getString("actor")),
                        new TaskId(task),
                        comment(row.getString("comment_id")));
    }

    private static @Nullable UserId user(@Nullable String text) {
        return text == null ? null : new UserId(text);
    }

    private static @Nullable CommentId comment(@Nullable String text) {
        return text == null ? null : new CommentId(text);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
