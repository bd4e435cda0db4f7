package io.taskledger.app.commandline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildReport;

/** What operators are told of projections: lines of at most {@value Table#WIDTH} characters. */
final class ProjectionWords {

    private ProjectionWords() {}

    static List<String> table(List<ProjectionStatus> projections) {
        var table = new Table("PROJECTION", "LIVE", "MODE", "POSITION", "BEHIND", "LAG", "RATE", "DEAD");
        for (var one : projections) {
            table.row(
                    one.projection().name(),
                    "v" + one.liveVersion(),
                    mode(one),
                    Figures.count(one.position()),
                    Figures.count(one.lagEvents()),
                    Figures.span(one.lag()),
                    Figures.rate(one.eventsPerSecond()),
                    Figures.count(one.deadLetters()));
        }
        return table.lines();
    }

    static List<String> status(ProjectionStatus one) {
        var lines = new ArrayList<String>();
        lines.add(one.projection().name() + ": " + mode(one));
        lines.add(line(
                "live",
                "v" + one.liveVersion()
                        + one.liveSince()
                                .map(since -> " since " + Figures.moment(since))
                                .orElse("")));
        lines.add(line("position", Figures.count(one.position()) + " of " + Figures.count(one.head())));
        lines.add(line("behind", Figures.count(one.lagEvents(), "event") + ", " + Figures.span(one.lag())));
        lines.add(line("rate", Figures.rate(one.eventsPerSecond())));
        lines.add(line("fed by", one.node().orElse("nobody just now")));
        lines.add(line("error", one.lastError().orElse("none")));
        lines.add(line("dead letters", Figures.count(one.deadLetters())));
        one.versions().forEach(version -> lines.add(line("version", version(version))));
        one.rebuild().ifPresent(rebuild -> lines.add(line("rebuild", progress(rebuild))));
        return lines;
    }

    private static String mode(ProjectionStatus one) {
        return one.mode().name().toLowerCase(Locale.ROOT);
    }

    private static String version(ProjectionStatus.Version version) {
        var role = version.live() ? ", live" : version.before() ? ", kept for a rollback" : "";
        return "v" + version.number() + ", made " + Figures.moment(version.madeAt()) + ", at "
                + Figures.count(version.position()) + role;
    }

    /** What stands behind the bar: {@code folding 42 %, 190,400/s, 4.2 s left}. */
    static String progress(RebuildReport report) {
        var words = new ArrayList<String>();
        words.add(state(report) + " " + Figures.percent(report.folded()));
        if (!report.paused() && !report.state().ended()) {
            if (report.eventsPerSecond() > 0) {
                words.add(Figures.rate(report.eventsPerSecond()));
            }
            report.timeLeft().ifPresent(left -> words.add(Figures.span(left) + " left"));
        }
        return String.join(", ", words);
    }

    private static String state(RebuildReport report) {
        return report.paused()
                ? "paused"
                : report.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What came of a rebuild or check. */
    static List<String> outcome(RebuildReport report) {
        var lines = new ArrayList<String>();
        lines.add(Table.cut(report.projection().name() + ": " + ending(report)));
        lines.add(line("rebuild", report.rebuildId().text()));
        lines.add(line(
                "folded",
                Figures.count(report.eventsDone(), "event") + " to " + Figures.count(report.rows(), "row")
                        + report.endedAt()
                                .map(end -> " in " + Figures.span(Duration.between(report.askedAt(), end)))
                                .orElse("")));
        lines.add(line("differences", Figures.count(report.differenceCount())));
        if (report.explainedCount() > 0) {
            lines.add(line("dead letters", "explain " + Figures.count(report.explainedCount()) + " more"));
        }
        report.differences().forEach(difference -> lines.addAll(difference(difference)));
        var untold = report.differenceCount() - report.differences().size();
        if (untold > 0 && !report.differences().isEmpty()) {
            lines.add(line("", "and " + Figures.count(untold) + " more"));
        }
        return lines;
    }

    private static String ending(RebuildReport report) {
        return switch (report.state()) {
            case SWAPPED -> "v" + report.version() + " is live.";
            case HELD ->
                report.differenceCount() == 0
                        ? "v" + report.version() + " is held; `projections swap` makes it live."
                        : "v" + report.version() + " differs and is held; see `projections swap --force`.";
            case VERIFIED -> report.differenceCount() == 0 ? "nothing differs." : "something differs.";
            case CANCELLED -> "cancelled.";
            default -> "failed: " + report.failure().orElse("nobody can tell why");
        };
    }

    static List<String> difference(Difference difference) {
        var row = difference.table() + " " + difference.key();
        var what = difference.field().equals(Difference.WHOLE_ROW) ? row : row + ", " + difference.field();
        var lines = new ArrayList<String>();
        lines.add(Table.cut(what + kind(difference.kind())));
        lines.add(line("  live", difference.live() == null ? "nothing" : difference.live()));
        lines.add(line("  rebuilt", difference.rebuilt() == null ? "nothing" : difference.rebuilt()));
        lines.add(line(
                "  event",
                difference
                        .cause()
                        .map(event -> Figures.count(event.position()) + " " + event.type())
                        .orElse("none")));
        return lines;
    }

    private static String kind(Difference.Kind kind) {
        return switch (kind) {
            case LIVE_DIFFERS -> "";
            case REBUILT_DIFFERS -> " (the new row was changed)";
            case NOT_DETERMINISTIC -> " (not deterministic)";
        };
    }

    static List<String> deadLetters(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return List.of("No dead letters.");
        }
        return letters.stream()
                .map(letter -> List.of(
                        letter.id(),
                        line("  event", Figures.count(letter.position()) + " " + letter.type()),
                        line("  stream", letter.stream()),
                        line("  happened", Figures.moment(letter.happenedAt())),
                        line("  cause", letter.cause().orElse("waits behind another of its stream")),
                        line("  content", letter.json())))
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private static String line(String label, String value) {
        return Table.cut(String.format(Locale.ROOT, "  %-13s %s", label, value));
    }
}
