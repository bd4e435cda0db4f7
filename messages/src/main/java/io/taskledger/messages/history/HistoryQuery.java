package io.taskledger.messages.history;

import java.time.Instant;
import java.time.LocalDateTime;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;
import org.jspecify.annotations.Nullable;

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

    /**
     * What undoing an action would do, or doing again what was undone, of the tasks that the actor may see. One that is
     * named by what took it back is meant itself. Answered by an {@code Optional<}{@link UndoPlan}{@code >}; empty where
     * there is no such action of tasks, or none of them is shown to the actor, who did not do it either. What the actor did
     * to something else is refused with a {@link HistoryRejection.NotOfTasks}.
     *
     * @param force whether what was changed since is put back too
     * @param only of this task alone; null for all
     * @param skip 0 or more
     * @param limit 1 to 1,000 tasks
     */
    record PlanUndo(
            ActionId action,
            UndoPlan.Sense sense,
            boolean force,
            @Nullable TaskId only,
            int skip,
            int limit) implements HistoryQuery {}

    /** The actor's own. Answered by an {@code Optional<}{@link OwnActions}{@code >}, always there: the last 50. */
    record ListOwnActions() implements HistoryQuery {}

    /**
     * What it takes to make a task again what it was: its fields, tags, whether it is done, where it stands and who does
     * it. Answered by an {@code Optional<}{@link TaskPlan}{@code >}; empty where there is no such task or version.
     */
    record PlanRestore(TaskId taskId, TaskPoint point) implements HistoryQuery {}

    /** Answered by an {@code Optional<}{@link TaskDiff}{@code >}; empty where there is no such task, or version of it. */
    record CompareTask(TaskId taskId, TaskPoint from, TaskPoint to) implements HistoryQuery {}

    /** Answered by an {@code Optional<}{@link TaskBlame}{@code >}; empty where there is no such task. */
    record BlameTask(TaskId taskId) implements HistoryQuery {}

    /**
     * How a list was at two moments. Answered by an {@code Optional<}{@link ListDiff}{@code >}, always there.
     *
     * @param before what is listed at the one: the other's filter, but for what is overdue by then
     * @param after what is listed at the other
     * @param skip 0 or more
     * @param limit 1 to 100
     */
    record CompareLists(TaskFilter before, TaskFilter after, PastMoment from, PastMoment to, int skip, int limit)
            implements HistoryQuery {}

    /**
     * What happened to tasks step by step, in the order in which it happened; of tasks whose past the actor may see.
     * Answered by a {@code List<}{@link TaskStep}{@code >}, empty where there is nothing of that.
     *
     * @param from steps before it are left out; null for all from the first on
     * @param to steps after it are left out; null for all up to now
     * @param after the position of the step that was told last; null to begin
     * @param limit 1 to 500
     */
    record ReplayTasks(
            StepsOf of,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long after,
            int limit) implements HistoryQuery {}

    /**
     * When something happened to tasks, coarsely: the steps in their order, cut into parts of as many steps each. Answered
     * by a {@code List<}{@link ChangeMark}{@code >}, the oldest first: a mark a step where there are no more steps than parts.
     *
     * @param from steps before it are left out; null for all from the first on
     * @param to steps after it are left out; null for all up to now
     * @param parts 1 to 500
     */
    record MarkChanges(
            StepsOf of, @Nullable Instant from, @Nullable Instant to, int parts) implements HistoryQuery {}

    /**
     * As {@link io.taskledger.messages.task.StatisticsQuery.SumUpTasks} would have been answered at that moment. Answered
     * by an {@code Optional<}{@link io.taskledger.messages.task.TaskStatistics}{@code >}, always there.
     *
     * @param readersThen the moment by the reader's own calendar and clock
     */
    record SumUpTasksAt(PastMoment moment, LocalDateTime readersThen) implements HistoryQuery {}

    /**
     * How far an answer goes that is given now. Answered by an {@code Optional<}{@link AsOf}{@code >}, always there.
     *
     * @param moment that is asked for; null for now
     */
    record FindAsOf(@Nullable PastMoment moment) implements HistoryQuery {}
}
