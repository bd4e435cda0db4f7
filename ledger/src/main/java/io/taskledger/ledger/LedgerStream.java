package io.taskledger.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's way along the ledger. Asks the database only when there may be something new: it was woken since it last
 * found nothing. The waking is noted before the callback runs and forgotten before the database is asked, so that
 * none is lost between the two.
 */
final class LedgerStream implements PromptStream {

    private static final Logger log = LoggerFactory.getLogger(LedgerStream.class);

    /** Most appends are over within a few milliseconds, so the first looks come quickly. */
    private static final Duration SOON = Duration.ofMillis(5);

    private static final Duration LATER = Duration.ofMillis(25);
    private static final int QUICK_LOOKS = 5;

    /** So that those who commit at the same time are waited for together. */
    private static final Duration AWAITED = Duration.ofMillis(2);

    private final SharedTail tail;
    private final Bell bell;
    private final ReentrantLock reading = new ReentrantLock();
    private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean mayHaveMore = true;
    private volatile boolean wokenOnce;
    private final AtomicBoolean alone = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable Runnable callback;
    private long position;
    private int looksInVain;

    LedgerStream(SharedTail tail, Bell bell, long position) {
        this.tail = tail;
        this.bell = bell;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        reading.lock();
        try {
            fill();
            return Optional.ofNullable(buffer.peekFirst());
        } finally {
            reading.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        reading.lockInterruptibly();
        try {
            return await(System.nanoTime() + unit.toNanos(timeout));
        } finally {
            reading.unlock();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the stream is closed, also while waiting
     */
    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        reading.lockInterruptibly();
        try {
            while (!await(System.nanoTime() + TimeUnit.HOURS.toNanos(1))) {
                if (closed) {
                    throw new IllegalStateException("The stream is closed");
                }
            }
            return buffer.removeFirst();
        } finally {
            reading.unlock();
        }
    }

    private boolean await(long deadline) throws InterruptedException {
        fill();
        while (buffer.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (closed || left <= 0 || !woken.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return false;
            }
            fill();
        }
        return true;
    }

    private void fill() {
        while (buffer.isEmpty() && mayHaveMore && !closed) {
            mayHaveMore = false;
            read();
        }
    }

    private void read() {
        boolean done = false;
        try {
            // What others read at the last ring is not as new as whoever cannot wait wants it.
            boolean ownLook = alone.getAndSet(false) || !wokenOnce;
            TailBatch batch = ownLook ? tail.now(position) : tail.after(position, bell.rings());
            position = batch.position();
            buffer.addAll(batch.events());
            lookAgainIfHeldBack(batch);
            done = !batch.more();
        } finally {
            if (!done) {
                mayHaveMore = true;
            }
        }
    }

    /** Nobody rings when the append is over that an event waits for: it may be rolled back, or be another node's. */
    private void lookAgainIfHeldBack(TailBatch batch) {
        if (!batch.heldBack()) {
            looksInVain = 0;
            return;
        }
        looksInVain = batch.events().isEmpty() ? looksInVain + 1 : 1;
        bell.recheck(this, looksInVain <= QUICK_LOOKS ? SOON : LATER);
    }

    /** There may be something new. */
    void wake() {
        wokenOnce = true;
        mayHaveMore = true;
        // One permit is enough to look; a reader with a callback never takes any.
        if (woken.availablePermits() == 0) {
            woken.release();
        }
        Runnable listener = callback;
        if (listener != null && !closed) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.debug("A reader could not be told that there may be more", e);
            }
        }
    }

    @Override
    public void lookSoon() {
        if (alone.compareAndSet(false, true)) {
            bell.recheck(this, AWAITED);
        }
    }

    @Override
    public boolean setOnAvailableCallback(@Nullable Runnable onAvailable) {
        callback = onAvailable;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        bell.remove(this);
        woken.release();
    }
}
