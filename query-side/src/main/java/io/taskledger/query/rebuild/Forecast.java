package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How fast a rebuild goes and how long it will take, from how it went lately. Its clock stands while the rebuild is
 * paused. One thread's.
 */
final class Forecast {

    /** Long enough to smooth the writing of rows. */
    private static final long SHORTEST_NANOS = Duration.ofSeconds(3).toNanos();

    /** How far back it looks, of the time spent: not to the slow beginning, yet farther than to the last hiccup. */
    private static final double LOOKING_BACK = 0.5;

    /** A guess: how long all that comes after the fold takes, as a share of the fold. */
    private static final double REST_SHARE = .15;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final OptionalDouble restMillisPerEvent;
    private long latestNanos;
    private long spentNanos;
    private long foldNanos = -1;
    private boolean standing = true;

    /**
     * @param restMillisPerEvent what all that comes after the fold took the last time; of the time and not as a share, since a
     *     fold is several times slower in a product that has just been started
     */
    Forecast(OptionalDouble restMillisPerEvent) {
        this.restMillisPerEvent = restMillisPerEvent;
    }

    private record Sample(long spentNanos, long done) {}

    /** So far it has got at this moment. */
    void sample(long nanos, long done) {
        pass(nanos);
        standing = false;
        if (foldNanos >= 0) {
            return;
        }
        if (!samples.isEmpty() && samples.getLast().spentNanos() == spentNanos) {
            samples.removeLast(); // before a pause
        }
        samples.addLast(new Sample(spentNanos, done));
        var window = Math.max(SHORTEST_NANOS, (long) (spentNanos * LOOKING_BACK));
        while (samples.size() > 2 && spentNanos - samples.getFirst().spentNanos() > window) {
            samples.removeFirst();
        }
    }

    /** At this moment it rests. */
    void paused(long nanos) {
        pass(nanos);
        standing = true;
    }

    /** At this moment all events have been folded. */
    void folded(long nanos) {
        pass(nanos);
        foldNanos = spentNanos;
    }

    private void pass(long nanos) {
        if (!standing) {
            spentNanos += nanos - latestNanos;
        }
        latestNanos = nanos;
    }

    /** Events per second; 0 while it rests. */
    double rate() {
        if (standing || samples.size() < 2) {
            return 0;
        }
        return lately();
    }

    private double lately() {
        var nanos = samples.getLast().spentNanos() - samples.getFirst().spentNanos();
        return nanos == 0 ? 0 : (samples.getLast().done() - samples.getFirst().done()) * 1e9 / nanos;
    }

    /** Milliseconds until everything is done, without pauses to come; -1 where nobody can tell. */
    long millisLeft(long total) {
        if (foldNanos >= 0) {
            return (long) Math.max(0, restMillis(total, foldNanos / 1e6) - (spentNanos - foldNanos) / 1e6);
        }
        if (samples.size() < 2 || lately() <= 0 || total <= 0) {
            return -1;
        }
        var fold = 1_000 * (total - samples.getLast().done()) / lately();
        return (long) (fold + restMillis(total, fold + spentNanos / 1e6));
    }

    private double restMillis(long total, double foldMillis) {
        return restMillisPerEvent.isPresent() ? restMillisPerEvent.getAsDouble() * total : foldMillis * REST_SHARE;
    }
}
