package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a rebuild goes and how long it will take, from how it went lately. One thread's. */
final class Forecast {

    /** Long enough to smooth the writing of parts, short enough to follow a machine that gets busy. */
    private static final long WINDOW_NANOS = Duration.ofSeconds(8).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final double restShare;
    private long spentFolding;
    private long restBegan;

    /** @param restShare how long all that comes after the fold takes, as a share of the fold */
    Forecast(double restShare) {
        this.restShare = restShare;
    }

    private record Sample(long nanos, long done) {}

    void sample(long nanos, long done) {
        if (!samples.isEmpty()) {
            spentFolding += nanos - samples.getLast().nanos();
        }
        samples.addLast(new Sample(nanos, done));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** Time spent pausing counts for nothing. */
    void paused() {
        samples.clear();
    }

    void folded(long nanos) {
        restBegan = nanos;
    }

    /** Events per second. */
    double rate() {
        if (samples.size() < 2) {
            return 0;
        }
        var nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        return nanos == 0 ? 0 : (samples.getLast().done() - samples.getFirst().done()) * 1e9 / nanos;
    }

    /** Milliseconds until everything is done; -1 where nobody can tell. */
    long millisLeft(long nanos, long total) {
        if (restBegan > 0) {
            var rest = spentFolding * restShare - (nanos - restBegan);
            return (long) Math.max(0, rest / 1e6);
        }
        var rate = rate();
        if (rate <= 0 || total <= 0) {
            return -1;
        }
        var fold = (total - samples.getLast().done()) / rate;
        return (long) (1_000 * (fold + (fold + spentFolding / 1e9) * restShare));
    }
}
