package io.taskledger.rest.task;

import java.util.List;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.task.TaskAnswer.TaskRun;

/**
 * A list run by run, each from where the one before it ended: nothing comes twice and nothing is left out, whatever is
 * created or deleted meanwhile.
 */
final class TaskRuns {

    static final String CURSOR = "cursor";

    /** What says in another way where to begin, and what there is no run of. */
    private static final List<String> NOT_TOGETHER = List.of("skip", "page", "at", "recorded_at", "position");

    private TaskRuns() {}

    static Given<String> cursor(QueryParameters query) {
        return query.optional(CURSOR, Kinds.TEXT);
    }

    /**
     * @param cursor empty for the first run
     * @throws InvalidInput where it is none that this order gave, or comes with what it cannot come with
     */
    static TaskRun read(String cursor, ListTasks list, QueryParameters query, Gateways gateways) {
        NOT_TOGETHER.stream()
                .filter(name -> query.optional(name, Kinds.TEXT).sent())
                .findFirst()
                .ifPresent(other -> {
                    throw invalid("Not together with " + other, "value_error");
                });
        try {
            var run = gateways.slice(
                    new ScrollTasks(list.filter(), list.sort(), cursor, list.limit()), TaskDetails.class);
            return TaskRun.of(run, gateways.count(new CountTasks(list.filter())));
        } catch (CommandRejected rejected) {
            if (rejected.rejection() instanceof Rejection.Invalid(var problems)
                    && problems.getFirst().field().equals(CURSOR)) {
                throw invalid("Input should be the next_cursor of a list in the same order", "cursor_invalid");
            }
            throw rejected;
        }
    }

    private static InvalidInput invalid(String message, String type) {
        return new InvalidInput(new InputProblem(List.of("query", CURSOR), message, type));
    }
}
