package io.taskledger.bench.measure;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param baseline what a ratio is to, in its own unit (as a rule per second); null where there is none
 * @param target null where the figure only tells what another one means
 */
public record Figure(
        String name,
        double value,
        @Nullable Double baseline,
        @Nullable Target target,
        String unit) {

    /** How many times as much as the baseline. */
    public static Figure ratio(String name, Duel.Outcome outcome, Target target) {
        return new Figure(name, outcome.ratio(), outcome.baseline(), target, "× baseline");
    }

    /** A length of time, say. */
    public static Figure absolute(String name, double value, Target target, String unit) {
        return new Figure(name, value, null, target, unit);
    }

    /** Without a target: for the reader of the others. */
    public static Figure aside(String name, double value, String unit) {
        return new Figure(name, value, null, null, unit);
    }

    /** Null where there is no target. */
    public @Nullable Boolean met() {
        return target == null ? null : target.met(value);
    }

    /** Four digits or so, without a power of ten. */
    static String text(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
