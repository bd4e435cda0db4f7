package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionRejection.LaggingBehind;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes another version live, in one transaction: the live one is held where it is, the other one gets at least as far,
 * the pointer moves. So nobody who reads one and then the other goes back in time, and no reader waits.
 */
public final class PointerSwap {

    /**
     * For so long the live version may stand still; then it goes on, and who asked may ask again. Several times what a
     * feed takes to write down that it has passed over events of others.
     */
    private static final Duration HOLD = Duration.ofSeconds(2);

    private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

    private final Versions versions;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /** @param transactions in which events are appended too */
    public PointerSwap(Versions versions, Tokens tokens, JdbcClient jdbc, TransactionOperations transactions) {
        this.versions = versions;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Moves the pointer, in the caller's transaction if there is one; what was live is kept, to roll back to.
     *
     * @param to is fed
     * @param alongside done in the same transaction, given the version that was live, 0 for none
     * @throws CommandRejected where it does not get to where the live one is; nothing was changed
     */
    public void makeLive(Version to, IntConsumer alongside) {
        transactions.executeWithoutResult(status -> move(to, alongside));
    }

    private void move(Version to, IntConsumer alongside) {
        var shape = versions.shape(to.projection());
        var from = jdbc.sql("""
                        select version from readmodel.live_version
                        where projection = :projection and shape = :shape
                        for update""")
                .param("projection", to.projection())
                .param("shape", shape)
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (from == to.number()) {
            return;
        }
        if (from > 0 && !getsAsFarAs(new Version(to.projection(), from), to)) {
            throw new CommandRejected(new LaggingBehind(ProjectionId.named(to.projection()), to.number()));
        }
        jdbc.sql("""
                        insert into readmodel.live_version (projection, version, shape, before)
                        values (:projection, :to, :shape, :from)
                        on conflict on constraint live_version_pk
                        do update set version = excluded.version, before = excluded.before, since = clock_timestamp()""")
                .param("projection", to.projection())
                .param("to", to.number())
                .param("shape", shape)
                .param("from", from == 0 ? null : (@Nullable Integer) from)
                .update();
        alongside.accept(from);
    }

    private boolean getsAsFarAs(Version live, Version to) {
        var held = tokens.holdAt(live);
        var deadline = System.nanoTime() + HOLD.toNanos();
        while (tokens.position(to) < held) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }
}
