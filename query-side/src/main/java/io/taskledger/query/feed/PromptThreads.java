package io.taskledger.query.feed;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for event processors, on which nothing is put off for long. Axon doubles its pause with each attempt that fails,
 * up to a minute: after a database had been away, people would wait as long again for what they have written.
 */
public final class PromptThreads extends ScheduledThreadPoolExecutor {

    /** Between two attempts; also the longest that anything once put off waits here. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** @param name that the threads' names begin with */
    public PromptThreads(int threads, String name) {
        super(threads, Thread.ofPlatform().name(name, 0).factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, Math.min(unit.toNanos(delay), LONGEST_PAUSE.toNanos()), TimeUnit.NANOSECONDS);
    }
}
