package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/** Where a rebuild is, and what has been asked of it meanwhile. Shared by its threads. */
class Course {

    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final AtomicLong done = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private volatile boolean paused;
    private volatile @Nullable RuntimeException stop;

    /** Somebody wants the rebuild to end. */
    static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    /** Another node has taken the rebuild over: nothing more may be written. */
    static final class TakenOver extends RuntimeException {
        TakenOver() {
            super("another node goes on with it", null, false, false);
        }
    }

    void advance(long events) {
        done.addAndGet(events);
    }

    long done() {
        return done.get();
    }

    /** The rows of so many events that were done are in their tables. */
    void write(long events) {
        written.addAndGet(events);
    }

    long written() {
        return written.get();
    }

    void pause(boolean wanted) {
        paused = wanted;
    }

    boolean isPaused() {
        return paused;
    }

    void stop(RuntimeException why) {
        stop = why;
    }

    /**
     * Called between two steps that are short: waits while it is paused.
     *
     * @throws Cancelled when it shall end
     * @throws TakenOver when it is another node's
     */
    void checkpoint() {
        do {
            var why = stop;
            if (why != null) {
                throw why;
            }
            if (paused) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } while (paused);
    }
}
