package io.taskledger.query.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.query.projection.Versions.Version;

/** How far each projection has got, and waiting until it has got somewhere. */
public final class ProjectionProgress {

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(8).toNanos();

    /** Every so many looks, which is some 60 ms. */
    private static final int ASK_AGAIN = 8;

    /** For how long is waited for a projection that stands still, as with a full disk: it may begin to move just now. */
    private static final Duration FOR_ONE_THAT_STANDS_STILL = Duration.ofMillis(250);

    /** Longer than another node takes to go on with the projections of one that has died. */
    private static final Duration LONG_ENOUGH_TO_MOVE = Duration.ofSeconds(5);

    private final Here here;
    private final Tokens tokens;
    private final LiveVersions live;

    /** What was live when it was last asked for. */
    private final Map<String, Version> liveBefore = new ConcurrentHashMap<>();

    private final Map<String, Long> reachedBefore = new ConcurrentHashMap<>();

    /** Where a projection was all the while that somebody waited for it in vain. */
    private final Map<String, Long> stoodAt = new ConcurrentHashMap<>();

    /** What this node feeds itself is known without the database. */
    @FunctionalInterface
    public interface Here {
        /** The position that the version has reached; empty where another node feeds it. */
        OptionalLong position(Version version);

        /** Somebody waits for the version: where this node feeds it, it need not save on looks now. */
        default void awaited(Version version) {}
    }

    public ProjectionProgress(Here here, Tokens tokens, LiveVersions live) {
        this.here = here;
        this.tokens = tokens;
        this.live = live;
    }

    /** The last position whose event's rows this transaction can see; 0 before the first. */
    public long reached(String projection) {
        return reached(live.of(projection));
    }

    /**
     * Waits until the live version has reached a position, on whichever node it is fed. Which one that is may change
     * meanwhile: it is asked now and then, and in the end. No swap takes a projection back, so that what was
     * reached once need not be asked for. Where somebody has waited in vain for one that did not move at all, nobody
     * else waits for long until it does. Not for use in a transaction, which would hold a connection for so long.
     *
     * @return false where the time was up before
     */
    public boolean await(String projection, long position, Duration most) {
        if (position <= reachedBefore.getOrDefault(projection, 0L)) {
            return true;
        }
        var began = System.nanoTime();
        var pause = FIRST_PAUSE_NANOS;
        var first = look(projection, position, false);
        var last = first;
        for (int look = 2; last < position; look++) {
            here.awaited(Objects.requireNonNull(liveBefore.get(projection)));
            var patience = standsAt(projection, last) ? shorter(most) : most;
            if (System.nanoTime() - began > patience.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                noteWhere(projection, first, last, most);
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
            last = look(projection, position, look % ASK_AGAIN == 0);
        }
        reachedBefore.merge(projection, last, Math::max);
        return true;
    }

    private boolean standsAt(String projection, long position) {
        return Long.valueOf(position).equals(stoodAt.get(projection));
    }

    private static Duration shorter(Duration most) {
        return most.compareTo(FOR_ONE_THAT_STANDS_STILL) < 0 ? most : FOR_ONE_THAT_STANDS_STILL;
    }

    /** A short wait tells nothing: the next event may just take its time. */
    private void noteWhere(String projection, long first, long last, Duration waited) {
        if (first == last && waited.compareTo(LONG_ENOUGH_TO_MOVE) >= 0) {
            stoodAt.put(projection, last);
        }
    }

    /**
     * Where the projection is.
     *
     * @param again whether to ask which version is live even where the one that was tells that it is too early
     */
    private long look(String projection, long position, boolean again) {
        var before = liveBefore.get(projection);
        if (!again && before != null) {
            var there = here.position(before).orElse(position);
            if (there < position) {
                return there;
            }
        }
        var version = live.of(projection);
        liveBefore.put(projection, version);
        return reached(version);
    }

    private long reached(Version version) {
        var position = here.position(version);
        return position.isPresent() ? position.getAsLong() : tokens.position(version);
    }
}
