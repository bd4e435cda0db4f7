package io.taskledger.messages.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rebuild while it goes on, and what is left of it afterwards.
 *
 * @param version that it makes; 0 before it has one
 * @param node that does it; empty while nobody does
 * @param attempt from 1; more than 1 where a node was lost in the middle
 * @param eventsDone folded so far
 * @param eventsTotal to be folded; 0 before they are counted
 * @param eventsPerSecond of the last seconds
 * @param timeLeft until it is swapped or held; empty where nobody can tell
 * @param rows in the new version
 * @param differenceCount unexplained ones
 * @param explainedCount rows that differ since an event of theirs waits in the dead letters
 * @param differences the first ones, see {@link #MOST_DIFFERENCES}
 * @param failure what went wrong, a sentence; empty where nothing did
 * @param regardless why differences were accepted
 */
public record RebuildReport(
        RebuildId rebuildId,
        ProjectionId projection,
        Afterwards afterwards,
        State state,
        boolean paused,
        int version,
        Optional<String> node,
        int attempt,
        Instant askedAt,
        Optional<String> askedBy,
        Optional<Instant> endedAt,
        long eventsDone,
        long eventsTotal,
        double eventsPerSecond,
        Optional<Duration> timeLeft,
        long rows,
        long differenceCount,
        long explainedCount,
        List<Difference> differences,
        Optional<String> failure,
        Optional<String> regardless) {

    /** How many differences a report tells at most; all are counted. */
    public static final int MOST_DIFFERENCES = 200;

    public RebuildReport {
        differences = List.copyOf(differences);
    }

    /** From 0 to 1. */
    public double folded() {
        return eventsTotal == 0 ? 0 : (double) eventsDone / eventsTotal;
    }

    /** Whether it ended well and nothing differed: what a command line's exit code says. */
    public boolean clean() {
        return differenceCount == 0 && (state == State.SWAPPED || state == State.VERIFIED || state == State.HELD);
    }

    /** In the order that a rebuild goes through. */
    public enum State {
        WAITING,
        FOLDING,
        INDEXING,
        CATCHING_UP,
        VERIFYING,
        /** Verified; the version is fed until somebody swaps or cancels. */
        HELD,
        SWAPPED,
        /** A check has ended and its version is dropped. */
        VERIFIED,
        FAILED,
        CANCELLED;

        /** Whether nothing happens to it any more. */
        public boolean ended() {
            return compareTo(SWAPPED) >= 0;
        }
    }
}
