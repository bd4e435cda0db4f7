package io.taskledger.app.job;

import java.util.ArrayList;

import io.taskledger.exchange.TaskImporter.Outcome;

/** What an operator is told of an import. */
final class ImportSummary {

    private ImportSummary() {}

    static String lines(Outcome outcome) {
        var lines = new ArrayList<String>();
        lines.add("%s %d tasks%s."
                .formatted(
                        outcome.dryRun() ? "Would create" : "Created",
                        outcome.created(),
                        outcome.name().isEmpty() ? "" : " of \"" + outcome.name() + "\""));
        lines.add("They %s in a workspace of that name, in %d %s."
                .formatted(
                        outcome.dryRun() ? "would stand" : "stand",
                        outcome.lists(),
                        outcome.lists() == 1 ? "list" : "lists"));
        if (outcome.steps() > 0) {
            lines.add(
                    "Their past %s told in %d steps.".formatted(outcome.dryRun() ? "would be" : "is", outcome.steps()));
        }
        if (outcome.alreadyThere() > 0) {
            lines.add(
                    "%s %d alone that an earlier import had created; --again creates them once more, in another workspace."
                            .formatted(outcome.dryRun() ? "Would leave" : "Left", outcome.alreadyThere()));
        }
        var dropped = outcome.dropped().lines();
        if (!dropped.isEmpty()) {
            lines.add("Not kept: " + String.join(", ", dropped) + ".");
        }
        if (outcome.dryRun()) {
            lines.add("Nothing was changed.");
        }
        return String.join(System.lineSeparator(), lines);
    }
}
