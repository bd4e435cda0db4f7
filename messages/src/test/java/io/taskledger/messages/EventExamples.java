package io.taskledger.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.SessionEnded;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
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
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;

/** One example of each event, every component filled. A new event gets its example here. */
final class EventExamples {

    private static final TaskId TASK = new TaskId("task-01JZ0000000000000000000001");
    private static final UserId ANN = new UserId("user-01JZ0000000000000000000002");
    private static final ProjectionId TASKS = ProjectionId.named("tasks");
    private static final RebuildId REBUILD = new RebuildId("rebuild-01JZ0000000000000000000004");
    private static final SessionId SESSION = new SessionId("session-01JZ0000000000000000000003");

    private static final Map<Class<?>, Record> BY_EVENT = Stream.<Record>of(
                    new TaskCreated(
                            TASK,
                            ANN,
                            "Water the ferns 🌱",
                            "Not the \"cactus\".\nOnce a week.",
                            Priority.HIGH,
                            LocalDate.of(2026, 3, 1),
                            LocalTime.of(9, 30),
                            List.of("garden", "Grün")),
                    new TaskEdited(
                            TASK,
                            SubjectId.of(ANN),
                            new Changed<>("Water the ferns", "Feed the ferns"),
                            new Changed<>("Once a week.", "Twice a week."),
                            new Changed<>(Priority.HIGH, Priority.LOW),
                            new Changed<>(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)),
                            new Changed<>(LocalTime.of(9, 30), LocalTime.of(18, 0, 15)),
                            new Changed<>(List.of("garden"), List.of("garden", "spring"))),
                    new TaskCompleted(TASK),
                    new TaskReopened(TASK),
                    new TaskDeleted(TASK),
                    new UserRegistered(ANN, "ann", "ann@example.org"),
                    new SessionStarted(ANN, SESSION, Via.COMMAND_LINE, Instant.parse("2026-03-15T08:00:00.123456Z")),
                    new SessionEnded(ANN, SESSION),
                    new InstanceAdminGranted(ANN),
                    new RebuildAsked(TASKS, REBUILD, Afterwards.SWAP),
                    new RebuildPaused(TASKS, REBUILD),
                    new RebuildResumed(TASKS, REBUILD),
                    new RebuildCancelled(TASKS, REBUILD),
                    new Swapped(TASKS, REBUILD, 1, 2, 3, "Rows were changed by hand."),
                    new RolledBack(TASKS, 2, 1),
                    new VersionDropped(TASKS, 1),
                    new RowsRebuilt(TASKS, TASK.text(), ANN, 1),
                    new DeadLetterRetried(TASKS, TASK.text(), 42),
                    new DeadLetterSkipped(TASKS, TASK.text(), 42, "The task was deleted by hand."))
            .collect(Collectors.toMap(Object::getClass, Function.identity()));

    private EventExamples() {}

    static Record of(Class<?> event) {
        var example = BY_EVENT.get(event);
        if (example == null) {
            throw new AssertionError(event.getSimpleName() + " lacks its example in EventExamples");
        }
        return example;
    }
}
