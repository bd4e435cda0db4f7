package io.taskledger.query;

import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.task.StatisticsQuery;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.query.projection.Readers.Planning;

/**
 * Questions whose statements have one good plan, whatever is asked for by them. Planning anew, with the policies of every
 * table, takes up to as long as finding what twenty rows want. Lists are not among them: a plan for anybody expects a share
 * of all tasks for each, and may look through everybody's for the few of one person.
 */
final class PlannedOnce {

    private PlannedOnce() {}

    static Planning planning(Object query) {
        return switch (query) {
            case SearchTasks _, StatisticsQuery _, FindAsOf _, ListTasksAt _, SumUpTasksAt _ -> Planning.ONCE;
            default -> Planning.EACH;
        };
    }
}
