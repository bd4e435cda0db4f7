package io.taskledger.ledger.command;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.ledger.AppendedPosition;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * A command bus whose answers never come from a stale cache. Other nodes write to the same streams, so a cached aggregate
 * may be behind. Where it is written to, the unique index tells. Where a command only read it (a no-op, a refusal, a
 * decision about another stream), this bus asks for the heads of the streams that were read: in the command's
 * transaction if it succeeded, after the rollback if it was refused. Whenever somebody else was faster, it drops
 * what is cached and handles the command once more, all of it, in a new unit of work; so a handler must do nothing that
 * the transaction does not take back.
 *
 * <p>The result's metadata has the position that the command reached, under {@link AppendedPosition#METADATA_KEY}, if it
 * appended anything.
 *
 * <p>Wiring: the one {@code CommandBus} bean; aggregates with an {@link AggregateCache}; the correlation interceptor
 * registered as Axon's autoconfiguration would. A command sent while another is handled is part of that one, and
 * handled again with it.
 */
public final class ReloadingCommandBus extends SimpleCommandBus {

    /**
     * By time, not by number: whoever lost reloads the stream, while the other node goes on from its cache and is likely to
     * win again. Nobody loses for so long unless the stream is under siege.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long LONGEST_PAUSE_MILLIS = 32;

    private final StreamHeads heads;

    /**
     * A bus as the builder says.
     *
     * @param builder with the transaction manager, and a rollback on every exception that refuses a command
     */
    public ReloadingCommandBus(SimpleCommandBus.Builder builder, StreamHeads heads) {
        super(builder);
        this.heads = heads;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (withinACommand()) {
            super.handle(command, handler, callback);
            return;
        }
        long began = System.nanoTime();
        Attempt<C, R> attempt = attempt(command, handler);
        for (int made = 1; attempt.overtaken() && System.nanoTime() - began < PATIENCE.toNanos(); made++) {
            pause(made);
            attempt = attempt(command, handler);
        }
        callback.onResult(command, attempt.answer());
    }

    private static boolean withinACommand() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().root().getMessage() instanceof CommandMessage;
    }

    private <C, R> Attempt<C, R> attempt(CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler) {
        Attempt<C, R> attempt = new Attempt<>(handler, heads);
        super.handle(command, attempt, attempt);
        attempt.judge();
        return attempt;
    }

    /** None before the second attempt: what was in the way is committed. Then at random, lest two nodes keep step. */
    private static void pause(int made) {
        if (made > 1) {
            long most = Math.min(LONGEST_PAUSE_MILLIS, 1L << Math.min(made, 5));
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(most)));
        }
    }
}
