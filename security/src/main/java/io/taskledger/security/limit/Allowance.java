package io.taskledger.security.limit;

import java.time.Duration;

/**
 * So many times in a window of time. The window begins with the first of them, and the next where it ends.
 *
 * @param count at least 1
 * @param window whole seconds, at least one
 */
public record Allowance(int count, Duration window) {

    public Allowance {
        if (count < 1 || window.toSeconds() < 1 || !window.equals(Duration.ofSeconds(window.toSeconds()))) {
            throw new IllegalArgumentException("at least once in a second");
        }
    }

    /** {@code 5 per 1 minute}, as clients of the contract know it. */
    @Override
    public String toString() {
        var seconds = window.toSeconds();
        if (seconds % 3600 == 0) {
            return text(seconds / 3600, "hour");
        }
        return seconds % 60 == 0 ? text(seconds / 60, "minute") : text(seconds, "second");
    }

    private String text(long units, String unit) {
        return count + " per " + units + " " + unit + (units == 1 ? "" : "s");
    }
}
