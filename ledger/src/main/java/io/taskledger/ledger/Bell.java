package io.taskledger.ledger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Wakes the node's open streams: at once when rung, then not again within the pause, and from time to time in any case.
 * While commits come thick and fast the pause is a longer one: each look costs a reader some queries and a commit, which
 * the writers then lack. One thread for all streams; what a stream does when woken must be short.
 */
final class Bell implements AutoCloseable {

    /** With so many commits since the streams were woken last, the next pause is the longer one. */
    private static final int THICK = 4;

    private static final int LONGER = 4;

    private final long pauseNanos;
    private final Set<LedgerStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicLong rings = new AtomicLong();
    private final ScheduledThreadPoolExecutor executor;
    private volatile long wokenAt;
    private volatile boolean thick;

    /**
     * @param pause the least time between two wake-ups; four times as long while commits come thick and fast
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
        commits.incrementAndGet();
        if (rung.compareAndSet(false, true)) {
            long pause = thick ? LONGER * pauseNanos : pauseNanos;
            later(this::wake, Math.max(0, pause - (System.nanoTime() - wokenAt)));
        }
    }

    /** How often the streams have been woken together. */
    long rings() {
        return rings.get();
    }

    /** Wakes one stream after a while. */
    void recheck(LedgerStream stream, Duration delay) {
        later(stream::wake, delay.toNanos());
    }

    private void wake() {
        // Before the streams look: whoever rings while they do is heard again.
        rung.set(false);
        thick = commits.getAndSet(0) >= THICK;
        rings.incrementAndGet();
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
