package io.taskledger.rest.history;

import java.util.List;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.HistoryRejection;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.problem.RejectionProblems;
import io.taskledger.rest.task.AsOfHeaders;

/** Reads which version of a task is asked for: its number, or an instant. */
final class AskedPoint {

    /** Digits alone are a number; a day stands for its first moment. */
    static final Kind<TaskPoint> POINT =
            TimeKinds.numberOr(TaskPoint.Version::new, at -> new TaskPoint.At(new PastMoment.Happened(at)));

    private AskedPoint() {}

    /** @throws InvalidInput where the moment is none that can be told of; it names the parameter */
    static AsOfHeaders asOf(String parameter, PastMoment moment, Gateways gateways) {
        try {
            return AsOfHeaders.then(moment, gateways);
        } catch (CommandRejected rejected) {
            var errors = rejected.rejection() instanceof HistoryRejection reason
                    ? RejectionProblems.wordsFor(reason).errors()
                    : List.<InputProblem>of();
            if (!errors.isEmpty()) {
                var problem = errors.getFirst();
                throw new InvalidInput(new InputProblem(List.of("query", parameter), problem.msg(), problem.type()));
            }
            throw rejected;
        }
    }
}
