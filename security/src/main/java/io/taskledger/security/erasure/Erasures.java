package io.taskledger.security.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.Actor;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.key.SubjectKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code security.erasure}: who was deleted, and has still left something. A key goes for good, in no transaction,
 * so it may only go once the deletion is committed; a row sees to it that it does, whatever happens in between, and that
 * their belongings follow.
 */
public final class Erasures implements OutstandingErasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    /** Within it, whatever was written last is known to those who are asked. */
    private static final Duration LAST_LOOK = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final Belongings belongings;
    private final ErasureList list;
    private final RowsAndEvents work;
    private final Clock clock;

    /** @param again came back with an older backup, account and all */
    private record Deleted(UserId userId, Instant at, boolean again) {}

    public Erasures(
            JdbcClient jdbc,
            SubjectKeys keys,
            Belongings belongings,
            ErasureList list,
            RowsAndEvents work,
            Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.list = list;
        this.work = work;
        this.belongings = belongings;
        this.clock = clock;
    }

    /** In the transaction that deletes the account. */
    void ask(UserId userId) {
        jdbc.sql("""
                        insert into security.erasure (subject, asked_at)
                        values (:subject, :now)
                        on conflict on constraint erasure_pk do nothing""")
                .param("subject", SubjectId.of(userId).text())
                .param("now", Timestamps.utc(clock.instant()))
                .update();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from security.erasure")
                .query(Long.class)
                .single();
    }

    @Override
    public void carryOut() {
        nowOrLater(() -> deleted().forEach(one -> nowOrLater(() -> carryOut(one))));
    }

    private List<Deleted> deleted() {
        return jdbc.sql("""
                        select subject, asked_at, again
                        from security.erasure
                        where done_at is null
                        order by asked_at""")
                .query((row, number) -> new Deleted(
                        new UserId(row.getString("subject")),
                        Timestamps.instant(row, "asked_at"),
                        row.getBoolean("again")))
                .list();
    }

    private static void nowOrLater(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException later) {
            LOG.warn("Something of deleted accounts is still there; it goes with the next round", later);
        }
    }

    /** Tells the list of all there are: also of those that another node, or a ledger from elsewhere, erased. */
    public void list() {
        nowOrLater(() -> list.note(jdbc.sql("select subject, asked_at from security.erasure order by asked_at")
                .query((row, number) ->
                        new ErasureList.Erasure(row.getString("subject"), Timestamps.instant(row, "asked_at")))
                .list()));
    }

    private void carryOut(Deleted one) {
        keys.erase(SubjectId.of(one.userId()));
        nowOrLater(() -> list.note(
                List.of(new ErasureList.Erasure(SubjectId.of(one.userId()).text(), one.at()))));
        if (one.again()) {
            work.send(new DeleteAccount(one.userId()), new Actor(one.userId(), Via.SYSTEM));
        }
        if (belongings.purge(one.userId()) && one.at().plus(LAST_LOOK).isBefore(clock.instant())) {
            jdbc.sql("update security.erasure set done_at = :now where subject = :subject")
                    .param("now", Timestamps.utc(clock.instant()))
                    .param("subject", SubjectId.of(one.userId()).text())
                    .update();
        }
    }
}
