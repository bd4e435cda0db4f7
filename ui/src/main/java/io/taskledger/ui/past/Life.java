package io.taskledger.ui.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.history.ChangeMark;

/**
 * The time over which one can look back, on a scale that gives half of its room to time and half to what happened: a month
 * with a thousand changes is not lost in ten quiet years.
 *
 * @param begins with the first change
 * @param ends when it was asked for
 * @param marks of what changed within, the oldest first
 * @param knots between which the scale is even, from 0 to 1
 */
record Life(Instant begins, Instant ends, List<ChangeMark> marks, List<Knot> knots) {

    private static final double OF_TIME = 0.5;

    /** @param share of the way from the beginning to the end */
    record Knot(Instant at, double share) {}

    static Life of(List<ChangeMark> marks, Instant now) {
        var begins = marks.getFirst().first();
        var last = marks.getLast().last();
        var ends = now.isAfter(last) ? now : last.plusMillis(1);
        var length = (double) Math.max(1, Duration.between(begins, ends).toMillis());
        var total = (double) marks.stream().mapToLong(ChangeMark::steps).sum();
        var knots = new ArrayList<Knot>();
        long steps = 0;
        for (var mark : marks) {
            knots.add(knot(mark.first(), begins, length, steps / total));
            steps += mark.steps();
            knots.add(knot(mark.last(), begins, length, steps / total));
        }
        knots.add(new Knot(ends, 1));
        return new Life(begins, ends, List.copyOf(marks), List.copyOf(knots));
    }

    private static Knot knot(Instant at, Instant begins, double length, double ofSteps) {
        var ofTime = Duration.between(begins, at).toMillis() / length;
        return new Knot(at, OF_TIME * ofTime + (1 - OF_TIME) * ofSteps);
    }

    /** From 0, the beginning, to 1, the end. */
    double share(Instant at) {
        var next = 0;
        while (next < knots.size() && !knots.get(next).at().isAfter(at)) {
            next++;
        }
        if (next == 0 || next == knots.size()) {
            return next == 0 ? 0 : 1;
        }
        var from = knots.get(next - 1);
        var to = knots.get(next);
        var way = (double) Duration.between(from.at(), at).toNanos()
                / Math.max(1, Duration.between(from.at(), to.at()).toNanos());
        return from.share() + way * (to.share() - from.share());
    }

    Instant at(double share) {
        for (int next = 1; next < knots.size(); next++) {
            var from = knots.get(next - 1);
            var to = knots.get(next);
            if (share <= to.share()) {
                var way = (share - from.share()) / Math.max(Double.MIN_NORMAL, to.share() - from.share());
                var nanos = Duration.between(from.at(), to.at()).toNanos();
                return from.at().plusNanos(Math.round(nanos * Math.clamp(way, 0, 1)));
            }
        }
        return ends;
    }
}
