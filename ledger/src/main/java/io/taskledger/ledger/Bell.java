package io.taskledger.ledger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes the node's open streams: at once when rung, then not again within the pause, and from time to time in any case.
 * One thread for all of them; what a stream does when woken must be short.
 */
final class Bell implements AutoCloseable {

    private final long pauseNanos;
    private final Set<LedgerStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor executor;
    private volatile long wokenAt;

    /**
     * @param pause the least time between two wake-ups
     * @param net the longest time between two wake-ups
     */
    Bell(Duration pause, Duration net) {
        pauseNanos = pause.toNanos();
        wokenAt = System.nanoTime() - pauseNanos;
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("ledger-bell").factory());
        var _ = executor.scheduleWithFixedDelay(this::wake, net.toNanos(), net.toNanos(), TimeUnit.NANOSECONDS);
    }

    void add(LedgerStream stream) {
        streams.add(stream);
    }

    void remove(LedgerStream stream) {
        streams.remove(stream);
    }

    /** Something was committed. */
    void ring() {
        if (rung.compareAndSet(false, true)) {
            later(this::wake, Math.max(0, pauseNanos - (System.nanoTime() - wokenAt)));
        }
    }

    /** Wakes one stream after a while. */
    void recheck(LedgerStream stream, Duration delay) {
        later(stream::wake, delay.toNanos());
    }

    private void wake() {
        // Before the streams look: whoever rings while they do is heard again.
        rung.set(false);
        wokenAt = System.nanoTime();
        streams.forEach(LedgerStream::wake);
    }

    private void later(Runnable what, long nanos) {
        try {
            var _ = executor.schedule(what, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            if (!executor.isShutdown()) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        streams.forEach(LedgerStream::close);
    }
}
