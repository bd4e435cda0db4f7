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

    private final Here here;
    private final Tokens tokens;
    private final LiveVersions live;

    /** What was live when it was last asked for. */
    private final Map<String, Version> liveBefore = new ConcurrentHashMap<>();

    private final Map<String, Long> reachedBefore = new ConcurrentHashMap<>();

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
     * reached once need not be asked for. Not for use in a transaction, which would hold a connection for so long.
     *
     * @return false where the time was up before
     */
    public boolean await(String projection, long position, Duration most) {
        if (position <= reachedBefore.getOrDefault(projection, 0L)) {
            return true;
        }
        var deadline = System.nanoTime() + most.toNanos();
        var pause = FIRST_PAUSE_NANOS;
        for (int look = 1; !hasReached(projection, position, look % ASK_AGAIN == 0); look++) {
            here.awaited(Objects.requireNonNull(liveBefore.get(projection)));
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
        return true;
    }

    /** @param again whether to ask which version is live even where the one that was tells that it is too early */
    private boolean hasReached(String projection, long position, boolean again) {
        var before = liveBefore.get(projection);
        if (!again && before != null && here.position(before).orElse(position) < position) {
            return false;
        }
        var version = live.of(projection);
        liveBefore.put(projection, version);
        var reached = reached(version);
        if (reached >= position) {
            reachedBefore.merge(projection, reached, Math::max);
        }
        return reached >= position;
    }

    private long reached(Version version) {
        var position = here.position(version);
        return position.isPresent() ? position.getAsLong() : tokens.position(version);
    }
}
