package io.taskledger.messages.history;

import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;

/**
 * What can be known of tasks as they were. Who may see a task now, or could take it out of the trash, is told of all its
 * past; nobody else is told of any. A moment that is still to come, or that comes before anything happened, is refused
 * with a {@link HistoryRejection}.
 */
public sealed interface HistoryQuery {

    /** Answered by an {@code Optional<}{@link TaskVersion}{@code >}; empty also where the task did not exist yet. */
    record FindTaskAt(TaskId taskId, PastMoment moment) implements HistoryQuery {}

    /** Answered by an {@code Optional<}{@link TaskVersion}{@code >}. */
    record FindVersion(TaskId taskId, long version) implements HistoryQuery {}

    /**
     * As {@link ListTasks} would have been answered at that moment, of the tasks whose
     * past the actor may see. What was in the trash then is left out. Answered by a {@link io.taskledger.messages.Page} of
     * {@link io.taskledger.messages.task.TaskDetails}.
     *
     * @param skip 0 or more
     * @param limit 1 to 100
     */
    record ListTasksAt(TaskFilter filter, TaskSort sort, PastMoment moment, int skip, int limit)
            implements HistoryQuery {

        /** What is asked of now, asked of then. */
        public static ListTasksAt as(ListTasks now, PastMoment then) {
            return new ListTasksAt(now.filter(), now.sort(), then, now.skip(), now.limit());
        }
    }

    /**
     * Answered by a {@link io.taskledger.messages.Page} of {@link TaskVersion}, the latest first; empty where there is no
     * such task.
     *
     * @param skip 0 or more
     * @param limit 1 to 100
     */
    record ListVersions(TaskId taskId, int skip, int limit) implements HistoryQuery {}
}
