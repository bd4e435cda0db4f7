package io.taskledger.rest.problem;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.history.HistoryRejection;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.rest.input.InputProblem;

/** Words for questions about the past that have no answer. */
final class HistoryProblems {

    private HistoryProblems() {}

    static Problem wordsFor(HistoryRejection rejection) {
        return switch (rejection) {
            case HistoryRejection.NotOfTasks(var action) ->
                Problem.of(
                        ProblemType.NOT_AS_THINGS_STAND,
                        "Action " + action + " was not about tasks: only what was done to tasks can be undone");
            case HistoryRejection.StillToCome(var moment) ->
                invalid(moment, "Input should not be in the future: what will be nobody can tell");
            case HistoryRejection.BeforeTheStart(var moment, var start) ->
                invalid(moment, "Nothing is known from before " + text(start));
        };
    }

    private static Problem invalid(PastMoment moment, String words) {
        return Problem.invalid(List.of(new InputProblem(List.of("query", field(moment)), words, "value_error")));
    }

    private static String field(PastMoment moment) {
        return switch (moment) {
            case PastMoment.Happened _ -> "at";
            case PastMoment.Recorded _ -> "recorded_at";
            case PastMoment.Position _ -> "position";
        };
    }

    private static String text(PastMoment moment) {
        return switch (moment) {
            case PastMoment.Happened(Instant at) -> at.toString();
            case PastMoment.Recorded(Instant at) -> at.toString();
            case PastMoment.Position(long position) -> Long.toString(position);
        };
    }
}
