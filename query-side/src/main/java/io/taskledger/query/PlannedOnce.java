package io.taskledger.query;

import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.task.StatisticsQuery;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.query.projection.Readers.Planning;

/**
 * Questions whose statements have one good plan, whatever is asked for by them. Planning anew, with the policies of every
 * table, takes up to as long as finding what twenty rows want. Where a filter names a value it decides which index serves,
 * so that lists with one are planned for it.
 */
final class PlannedOnce {

    private PlannedOnce() {}

    static Planning planning(Object query) {
        return is(query) ? Planning.ONCE : Planning.EACH;
    }

    private static boolean is(Object query) {
        return switch (query) {
            case SearchTasks _, StatisticsQuery _, FindAsOf _, ListTasksAt _, SumUpTasksAt _ -> true;
            case ListTasks list -> filtersByWordsAlone(list.filter());
            case ScrollTasks list -> filtersByWordsAlone(list.filter());
            case CountTasks list -> filtersByWordsAlone(list.filter());
            default -> false;
        };
    }

    private static boolean filtersByWordsAlone(TaskFilter filter) {
        return filter.equals(TaskFilter.everything().search(filter.search()));
    }
}
