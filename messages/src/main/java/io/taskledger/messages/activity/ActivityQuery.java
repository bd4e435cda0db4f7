package io.taskledger.messages.activity;

import java.time.Instant;

import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** What can be known of what was done. The actor comes in the metadata, and sees what is theirs to see. */
public sealed interface ActivityQuery {

    /**
     * What the actor did, whatever became of it, and what others did where the actor may look now. Answered by a
     * {@code List<}{@link Activity}{@code >}, newest first.
     *
     * @param limit 1 to 100
     * @param offset 0 or more
     */
    record ReadActivity(ActivityFilter filter, int limit, int offset) implements ActivityQuery {}

    /**
     * The same from where one has got to, however far that is: for who reads them all.
     *
     * @param before what was told last; null to begin
     * @param limit 1 to 1,000
     */
    record ReadOnActivity(ActivityFilter filter, @Nullable Place before, int limit) implements ActivityQuery {}

    /** Where an activity stands among those that come newest first. */
    record Place(Instant happenedAt, long position) {

        public static Place of(Activity activity) {
            return new Place(activity.happenedAt(), activity.position());
        }
    }

    /** Everything that was done to a task: a {@code List<}{@link Activity}{@code >}, oldest first; empty without one. */
    record ReadTaskActivity(TaskId taskId) implements ActivityQuery {}

    /** What the actor did, counted: an {@code Optional<}{@link ActivitySummary}{@code >}, always there. */
    record SumUpActivity() implements ActivityQuery {}
}
