package io.taskledger.ui.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.ui.words.Reader;

/** Numbers as an operator reads them. */
record Measures(Reader reader) {

    private static final double MILLIS = 1_000;
    private static final double SLOW = 10;

    String span(Duration span) {
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return reader.say("measure.seconds", span.toMillis() / MILLIS);
        }
        return span.compareTo(Duration.ofHours(1)) < 0
                ? reader.say("measure.minutes", span.toMinutes(), span.toSecondsPart())
                : reader.say("measure.hours", span.toHours(), span.toMinutesPart());
    }

    /** Without decimals, but where it is slow. */
    String rate(double perSecond) {
        return reader.say(perSecond < SLOW ? "measure.rate.slow" : "measure.rate", perSecond);
    }

    String count(long number) {
        return reader.say("measure.count", number);
    }

    /** "Reading the ledger, 42 %, 190,400 events/s, 4.2 s left". */
    String progress(RebuildReport report) {
        var parts = new ArrayList<String>();
        parts.add(reader.say(stateKey(report)));
        if (report.eventsTotal() > 0 && report.state().compareTo(RebuildReport.State.HELD) < 0) {
            parts.add(reader.say("measure.percent", (int) (report.folded() * 100)));
        }
        if (!report.paused() && report.state() == RebuildReport.State.FOLDING) {
            parts.add(rate(report.eventsPerSecond()));
        }
        if (!report.paused()) {
            report.timeLeft().ifPresent(left -> parts.add(reader.say("measure.left", span(left))));
        }
        return String.join(", ", parts);
    }

    private static String stateKey(RebuildReport report) {
        if (report.paused() && !report.state().ended()) {
            return "rebuild.state.paused";
        }
        return "rebuild.state." + report.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
