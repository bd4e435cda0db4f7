package io.taskledger.query.projection;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.query.projection.Versions.Version;

/** How far each projection has got, and waiting until it has got somewhere. */
public final class ProjectionProgress {

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(8).toNanos();

    private final Here here;
    private final Tokens tokens;
    private final LiveVersions live;

    /** What this node feeds itself is known without the database. */
    @FunctionalInterface
    public interface Here {
        /** The position that the version has reached; empty where another node feeds it. */
        OptionalLong position(Version version);
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
     * Waits until the live version has reached a position, on whichever node it is fed. Which one that is is asked again
     * and again: it may be swapped meanwhile. Not for use in a transaction, which would hold a connection for so long.
     *
     * @return false where the time was up before
     */
    public boolean await(String projection, long position, Duration most) {
        if (position <= 0) {
            return true;
        }
        var deadline = System.nanoTime() + most.toNanos();
        var pause = FIRST_PAUSE_NANOS;
        while (reached(projection) < position) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
        return true;
    }

    private long reached(Version version) {
        var position = here.position(version);
        return position.isPresent() ? position.getAsLong() : tokens.position(version);
    }
}
