package io.taskledger.messages.task;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

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

    /**
     * Whatever of all that the actor may see holds each of these words, as {@link TaskFilter#search} has it. Answered by a
     * {@link io.taskledger.messages.Page} of {@link FoundTask}, the best match first, then the youngest.
     *
     * @param text at least one word
     * @param skip 0 or more
     * @param limit 1 to 100
     */
    record SearchTasks(String text, int skip, int limit) implements TaskQuery {}

    /** Answered by a {@code List<}{@link TimelineEntry}{@code >}, oldest first; empty where there is no such task. */
    record ReadTimeline(TaskId taskId) implements TaskQuery {}

    /** A subscription: a {@link TaskTouched} whenever an answer that the actor may have seen is no longer true. */
    record WatchTasks() implements TaskQuery {}

    /** Answered by a {@code List<}{@link TaskDetails}{@code >}: those of them that the actor may see, by their ids. */
    record FindTasks(List<TaskId> taskIds) implements TaskQuery {
        public FindTasks {
            taskIds = List.copyOf(taskIds);
        }
    }

    /** What others share with the actor. Answered by a {@code List<}{@link SharedTask}{@code >}, the longest shared first. */
    record ListSharedWithMe() implements TaskQuery {}

    /**
     * Answered by a {@code List<}{@link TaskShare}{@code >}, the oldest first; empty for whom there is no such task, and
     * for who may not share it.
     */
    record ListShares(TaskId taskId) implements TaskQuery {}

    /** Answered by a {@code List<}{@link TaskComment}{@code >}, the oldest first; empty where there is no such task. */
    record ListComments(TaskId taskId) implements TaskQuery {}

    /** Answered by an {@code Optional<}{@link TaskComment}{@code >}: one on a task that the actor may see. */
    record FindComment(CommentId commentId) implements TaskQuery {}

    /** Answered by a {@code List<}{@link TaskFile}{@code >}, the oldest first; empty where there is no such task. */
    record ListFiles(TaskId taskId) implements TaskQuery {}

    /** Answered by an {@code Optional<}{@link TaskFile}{@code >}: one of a task that the actor may see. */
    record FindFile(FileId fileId) implements TaskQuery {}

    /** The actor's own. Answered by a {@code List<}{@link TaskReminder}{@code >}, the oldest first. */
    record ListReminders(TaskId taskId) implements TaskQuery {}

    /**
     * What the actor could restore or purge. Answered by a {@link io.taskledger.messages.Page} of {@link TaskDetails},
     * the latest deleted first.
     *
     * @param skip 0 or more
     * @param limit 1 to 100
     */
    record ListTrash(int skip, int limit) implements TaskQuery {}

    /**
     * Where a task would stand. Answered by an {@code Optional<}{@link TaskHome}{@code >}; empty where the actor does not
     * see the workspace, where the neighbour is not in the list, and where nothing fits between the two any more.
     *
     * @param moved the one that is moved, which is no neighbour of itself; null for one that is not there yet
     * @param neighbour null for the end of the list
     * @param before whether it comes before the neighbour instead of after it
     */
    record FindPlace(
            WorkspaceId workspace,
            ListId list,
            @Nullable TaskId moved,
            @Nullable TaskId neighbour,
            boolean before) implements TaskQuery {}

    /**
     * Tags of the actor's own tasks, those in the trash left out. Answered by a {@code List<}{@link OwnTag}{@code >}, by
     * name, whatever its case.
     */
    record FindTags() implements TaskQuery {}

    /** The actor's own tasks that have the tag, those in the trash left out. Answered by a {@code List<}{@link TaskId}{@code >}. */
    record FindTagged(String tag) implements TaskQuery {}

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

    /**
     * Whom it is time to remind, each in their own zone: of open tasks that they see and that are not overdue for more than
     * a day. For the system itself: answered by a {@code List<}{@link CallingReminder}{@code >}, the longest waiting
     * first, empty where an actor asks.
     *
     * @param limit at least 1
     */
    record ListCallingReminders(Instant now, int limit) implements TaskQuery {}

    /**
     * Tasks that are assigned to people who do not see them: of all if {@code since} is 0, else only where somebody has left
     * a workspace after that position, since nothing else takes the sight of assigned tasks away unnoticed. For the system
     * itself: answered by {@link AssignedUnseen}, with no tasks where an actor asks.
     *
     * @param since the position that the answer before this one told
     * @param limit at least 1
     */
    record ListAssignedUnseen(long since, int limit) implements TaskQuery {}
}
