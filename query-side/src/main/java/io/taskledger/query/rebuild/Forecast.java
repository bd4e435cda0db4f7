package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How fast a rebuild goes and how long it will take, from how it went lately, and from how it went the last time. Its clock
 * stands while the rebuild is paused. One thread's.
 */
final class Forecast {

    /** Long enough to smooth a hiccup. */
    private static final long SHORTEST_NANOS = Duration.ofSeconds(3).toNanos();

    /** How far back it looks, of the time spent: not to the slow beginning, yet farther than to the last hiccup. */
    private static final double LOOKING_BACK = 0.6;

    /** Writing the rows of an event, next to reading and folding it. */
    private static final double WRITING = .15;

    /** A guess: how long all that comes after the fold takes, as a share of the fold. */
    private static final double REST_SHARE = .15;

    /** What was expected of the rest counts as much as having seen so much of it. */
    private static final double EXPECTED = .25;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final OptionalDouble restMillisPerEvent;
    private long latestNanos;
    private long spentNanos;
    private boolean standing = true;
    private long foldNanos = -1;
    private Rest.At at = new Rest.At(0, 1);
    private long atNanos;

    /**
     * @param restMillisPerEvent what all that comes after the fold took the last time; of the time and not as a share, since a
     *     fold is several times slower in a product that has just been started
     */
    Forecast(OptionalDouble restMillisPerEvent) {
        this.restMillisPerEvent = restMillisPerEvent;
    }

    /** @param work in events, folded and written */
    private record Sample(long spentNanos, long done, double work) {}

    /**
     * So far it has got at this moment.
     *
     * @param done events that were folded
     * @param written of these, those whose rows are in their tables
     */
    void sample(long nanos, long done, long written) {
        pass(nanos);
        standing = false;
        if (!samples.isEmpty() && samples.getLast().spentNanos() == spentNanos) {
            samples.removeLast(); // before a pause
        }
        samples.addLast(new Sample(spentNanos, done, done + WRITING * written));
        var window = Math.max(SHORTEST_NANOS, (long) (spentNanos * LOOKING_BACK));
        while (samples.size() > 2 && spentNanos - samples.getFirst().spentNanos() > window) {
            samples.removeFirst();
        }
    }

    /** All events have been folded; so far is what comes after it. */
    void rest(long nanos, Rest.At reached) {
        pass(nanos);
        standing = false;
        if (foldNanos < 0) {
            foldNanos = spentNanos;
        }
        if (!reached.equals(at)) {
            at = reached;
            atNanos = spentNanos - foldNanos;
        }
    }

    /** At this moment it rests. */
    void paused(long nanos) {
        pass(nanos);
        standing = true;
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
        return (samples.getLast().done() - samples.getFirst().done()) * 1e3 / lookedBackMillis();
    }

    private double lookedBackMillis() {
        return (samples.getLast().spentNanos() - samples.getFirst().spentNanos()) / 1e6;
    }

    /** Milliseconds until everything is done, without pauses to come; -1 where nobody can tell. */
    long millisLeft(long total) {
        if (foldNanos >= 0) {
            return Math.round(restLeft(expected(total, foldNanos / 1e6)));
        }
        var work = samples.size() < 2
                ? 0
                : samples.getLast().work() - samples.getFirst().work();
        if (work <= 0 || total <= 0) {
            return -1;
        }
        var fold = Math.max(0, (1 + WRITING) * total - samples.getLast().work()) * lookedBackMillis() / work;
        return Math.round(fold + expected(total, fold + spentNanos / 1e6));
    }

    /** The rest, as far as it can be known before it begins. */
    private double expected(long total, double foldMillis) {
        return restMillisPerEvent.isPresent() ? restMillisPerEvent.getAsDouble() * total : foldMillis * REST_SHARE;
    }

    /** What was expected gives way to what is seen. A step that takes longer than expected holds those after it up. */
    private double restLeft(double expected) {
        var whole = (EXPECTED * expected + atNanos / 1e6) / (EXPECTED + at.over());
        var inStep = (spentNanos - foldNanos - atNanos) / 1e6;
        var afterStep = Math.max(0, 1 - at.over() - at.underWay());
        return whole * afterStep + Math.max(0, whole * at.underWay() - inStep);
    }
}
