package io.taskledger.app.commandline;

import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.history.LedgerReplay;
import io.taskledger.messages.history.LedgerReplay.Replayed;
import io.taskledger.rest.admin.ReplayAnswer;
import tools.jackson.databind.json.JsonMapper;

/** What operators are told of the ledger as a whole: lines of at most {@value Table#WIDTH} characters, digests whole. */
final class HistoryWords {

    private static final int MOST_DIFFERENCES = 20;

    private HistoryWords() {}

    static List<String> json(LedgerReplay replay) {
        return List.of(JsonMapper.shared().writeValueAsString(ReplayAnswer.Report.of(replay)));
    }

    static List<String> outcome(LedgerReplay replay) {
        var lines = new ArrayList<String>();
        lines.add("events    " + Figures.count(replay.events()) + ", up to position " + replay.upTo());
        lines.add("streams   " + Figures.count(replay.streams()));
        lines.add("sha256    " + replay.sha256());
        lines.addAll(table(replay.projections()));
        replay.projections().forEach(one -> lines.addAll(troubles(one)));
        replay.faults()
                .forEach(fault -> lines.add(Table.cut("event " + fault.position()
                        + fault.stream().map(stream -> " of " + stream).orElse("") + ": " + fault.what())));
        var untold = replay.faultCount() - replay.faults().size();
        if (untold > 0) {
            lines.add("and " + Figures.count(untold, "more fault"));
        }
        lines.add(verdict(replay));
        return lines;
    }

    private static List<String> table(List<Replayed> projections) {
        var table = new Table("PROJECTION", "POSITION", "EVENTS", "ROWS", "DIGEST", "RESULT");
        for (var one : projections) {
            table.row(
                    one.projection().name(),
                    Long.toString(one.position()),
                    Figures.count(one.events()),
                    Figures.count(one.rows()),
                    one.sha256().isEmpty() ? "" : one.sha256().substring(0, 12),
                    result(one));
        }
        return table.lines();
    }

    private static String result(Replayed one) {
        if (one.failure().isPresent()) {
            return "failed";
        }
        if (!one.clean()) {
            return "differs";
        }
        return one.compared() ? "same" : "folded";
    }

    private static List<String> troubles(Replayed one) {
        var name = one.projection().name() + ": ";
        var lines = new ArrayList<String>();
        one.failure().ifPresent(why -> lines.add(Table.cut(name + why)));
        if (one.unhandled() > 0) {
            lines.add(name + Figures.count(one.unhandled(), "event") + " could not be handled");
        }
        if (one.explained() > 0) {
            lines.add(name + "dead letters explain " + Figures.count(one.explained(), "stream"));
        }
        one.differences().stream()
                .limit(MOST_DIFFERENCES)
                .forEach(difference -> lines.addAll(ProjectionWords.difference(difference)));
        var untold = one.differenceCount()
                - Math.min(MOST_DIFFERENCES, one.differences().size());
        if (untold > 0) {
            lines.add(name + "and " + Figures.count(untold, "more difference"));
        }
        return lines;
    }

    private static String verdict(LedgerReplay replay) {
        if (replay.clean()) {
            var compared = replay.projections().stream().anyMatch(Replayed::compared);
            return compared
                    ? "The ledger is whole, and what people read is what it says."
                    : "The ledger is whole up to there; nothing was compared.";
        }
        return replay.faultCount() > 0
                ? "The ledger is not as it has to be: " + Figures.count(replay.faultCount(), "fault") + "."
                : "What people read is not what the ledger says.";
    }
}
