package io.taskledger.messages.task;

import io.taskledger.messages.UserId;

/** What can be known of tasks. The actor comes in the metadata: nobody is told of another's tasks. */
public sealed interface TaskQuery {

    /** Answered by an {@code Optional<}{@link TaskDetails}{@code >}. */
    record FindTask(TaskId taskId) implements TaskQuery {}

    /**
     * Answered by a {@link io.taskledger.messages.Page} of {@link TaskDetails}.
     *
     * @param skip 0 or more
     * @param limit 1 to 100
     */
    record ListTasks(TaskFilter filter, TaskSort sort, int skip, int limit) implements TaskQuery {}

    /**
     * Answered by a {@link io.taskledger.messages.Slice} of {@link TaskDetails}: as fast at the end as at the start.
     *
     * @param after what the slice before this one gave to go on with; empty for the first
     * @param limit 1 to 200
     */
    record ScrollTasks(TaskFilter filter, TaskSort sort, String after, int limit) implements TaskQuery {}

    /** Answered by a {@code Long}: how many tasks the filter leaves. */
    record CountTasks(TaskFilter filter) implements TaskQuery {}

    /** Answered by a {@code List<}{@link TimelineEntry}{@code >}, oldest first; empty where there is no such task. */
    record ReadTimeline(TaskId taskId) implements TaskQuery {}

    /** A subscription: a {@link TaskTouched} whenever an answer that the actor may have seen is no longer true. */
    record WatchTasks() implements TaskQuery {}

    /**
     * Who has a task that still exists. For the system itself: answered by an {@code Optional<}{@link UserId}{@code >},
     * empty where an actor asks.
     */
    record FindOwner(TaskId taskId) implements TaskQuery {}

    /**
     * What a mail may tell somebody of a task, as it is in the ledger at this moment. For the system itself: answered by
     * an {@code Optional<}{@link MailedTask}{@code >}, empty where an actor asks, and where there is no such task or the
     * reader may not see it.
     */
    record FindMailedTask(TaskId taskId, UserId reader) implements TaskQuery {}

    /**
     * What a comment says now. For the system itself: answered by an {@code Optional<String>}, empty where an actor asks,
     * and where the comment was deleted.
     */
    record FindMailedComment(CommentId commentId) implements TaskQuery {}
}
