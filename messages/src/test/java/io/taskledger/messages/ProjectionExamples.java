package io.taskledger.messages;

import java.util.stream.Stream;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionEvent.DeadLetterRetried;
import io.taskledger.messages.projection.ProjectionEvent.DeadLetterSkipped;
import io.taskledger.messages.projection.ProjectionEvent.RebuildAsked;
import io.taskledger.messages.projection.ProjectionEvent.RebuildCancelled;
import io.taskledger.messages.projection.ProjectionEvent.RebuildPaused;
import io.taskledger.messages.projection.ProjectionEvent.RebuildResumed;
import io.taskledger.messages.projection.ProjectionEvent.RolledBack;
import io.taskledger.messages.projection.ProjectionEvent.RowsRebuilt;
import io.taskledger.messages.projection.ProjectionEvent.Swapped;
import io.taskledger.messages.projection.ProjectionEvent.VersionDropped;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildId;

import static io.taskledger.messages.Examples.ANN;
import static io.taskledger.messages.Examples.TASK;

/** One example of each event of a projection. */
final class ProjectionExamples {

    private static final ProjectionId TASKS = ProjectionId.named("tasks");
    private static final RebuildId REBUILD = new RebuildId("rebuild-01JZ0000000000000000000004");

    private ProjectionExamples() {}

    static Stream<Record> all() {
        return Stream.of(
                new RebuildAsked(TASKS, REBUILD, Afterwards.SWAP),
                new RebuildPaused(TASKS, REBUILD),
                new RebuildResumed(TASKS, REBUILD),
                new RebuildCancelled(TASKS, REBUILD),
                new Swapped(TASKS, REBUILD, 1, 2, 3, "Rows were changed by hand."),
                new RolledBack(TASKS, 2, 1),
                new VersionDropped(TASKS, 1),
                new RowsRebuilt(TASKS, TASK.text(), ANN, 1),
                new DeadLetterRetried(TASKS, TASK.text(), 42),
                new DeadLetterSkipped(TASKS, TASK.text(), 42, "The task was deleted by hand."));
    }
}
