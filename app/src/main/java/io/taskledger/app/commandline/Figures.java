package io.taskledger.app.commandline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers as operators read them. */
final class Figures {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Figures() {}

    /** {@code 1,234,567}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 event}, {@code 32 events}. */
    static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@code 190,400/s}; with a decimal where it is slow. */
    static String rate(double perSecond) {
        var form = perSecond > 0 && perSecond < 10 ? "%.1f/s" : "%,.0f/s";
        return String.format(Locale.ROOT, form, perSecond);
    }

    /** {@code 42 %}, and never 100 before it is done. */
    static String percent(double share) {
        return (int) (share * 100) + " %";
    }

    /** {@code 240 ms}, {@code 4.2 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    static String span(Duration span) {
        var seconds = span.toSeconds();
        if (seconds == 0) {
            return span.isZero() ? "0 s" : span.toMillis() + " ms";
        }
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1_000.0);
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + " min " + seconds % MINUTE + " s";
        }
        return seconds < DAY
                ? seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min"
                : seconds / DAY + " d " + seconds % DAY / HOUR + " h";
    }

    /** UTC, to the second. */
    static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
