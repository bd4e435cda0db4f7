package io.taskledger.app.job;

import java.util.ArrayList;

import io.taskledger.exchange.TaskImporter.Outcome;

/** What an operator is told of an import. */
final class ImportSummary {

    private ImportSummary() {}

    static String lines(Outcome outcome) {
        var lines = new ArrayList<String>();
        lines.add("Created %d tasks%s."
                .formatted(outcome.created(), outcome.name().isEmpty() ? "" : " of \"" + outcome.name() + "\""));
        lines.add("They stand in a workspace of that name, in " + outcome.lists()
                + (outcome.lists() == 1 ? " list." : " lists."));
        if (outcome.alreadyThere() > 0) {
            lines.add(
                    "Left %d alone that an earlier import had created; --again creates them once more, in another workspace."
                            .formatted(outcome.alreadyThere()));
        }
        var dropped = outcome.dropped().lines();
        if (!dropped.isEmpty()) {
            lines.add("Not kept: " + String.join(", ", dropped) + ".");
        }
        return String.join(System.lineSeparator(), lines);
    }
}
