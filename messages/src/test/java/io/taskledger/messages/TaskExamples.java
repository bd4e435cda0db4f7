package io.taskledger.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderEvent.ReminderRemoved;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;

import static io.taskledger.messages.Examples.ANN;
import static io.taskledger.messages.Examples.BOB;
import static io.taskledger.messages.Examples.OF_TEAM;
import static io.taskledger.messages.Examples.SHA_256;
import static io.taskledger.messages.Examples.TASK;
import static io.taskledger.messages.Examples.TEAM;

/** One example of each event of a task. */
final class TaskExamples {

    private static final CommentId COMMENT =
            new CommentId("comment-01JZ0000000000000000000001-01JZ0000000000000000000009");
    private static final FileId FILE = new FileId("file-01JZ0000000000000000000001-01JZ000000000000000000000A");
    private static final ReminderId REMINDER =
            new ReminderId("reminder-01JZ0000000000000000000001-01JZ000000000000000000000B");
    private static final TaskHome INBOX = TaskHome.inboxOf(ANN, TASK);
    private static final TaskHome AMONG_THE_TEAMS = new TaskHome(TEAM, ListId.firstOf(TEAM), new Place("G"));
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    private TaskExamples() {}

    static Stream<Record> all() {
        return Stream.of(itself(), shared(), parts()).flatMap(List::stream);
    }

    private static List<Record> itself() {
        return List.of(
                new TaskCreated(
                        TASK,
                        ANN,
                        INBOX,
                        "Water the ferns 🌱",
                        "Not the \"cactus\".\nOnce a week.",
                        Priority.HIGH,
                        MARCH_1,
                        LocalTime.of(9, 30),
                        List.of("garden", "Grün")),
                new TaskEdited(
                        TASK,
                        SubjectId.of(ANN),
                        new Changed<>("Water the ferns", "Feed the ferns"),
                        new Changed<>("Once a week.", "Twice a week."),
                        new Changed<>(Priority.HIGH, Priority.LOW),
                        new Changed<>(MARCH_1, LocalDate.of(2026, 3, 2)),
                        new Changed<>(LocalTime.of(9, 30), LocalTime.of(18, 0, 15)),
                        new Changed<>(List.of("garden"), List.of("garden", "spring"))),
                new TaskCompleted(TASK),
                new TaskReopened(TASK),
                new TaskDeleted(TASK),
                new TaskRestored(TASK),
                new TaskPurged(TASK),
                new TaskAssigned(TASK, new Changed<>(null, BOB)),
                new TaskMoved(
                        TASK, new Changed<>(INBOX, new TaskHome(INBOX.workspaceId(), INBOX.listId(), new Place("G")))),
                new TaskTransferred(
                        TASK,
                        OF_TEAM,
                        new Changed<>(INBOX, AMONG_THE_TEAMS),
                        "Water the ferns",
                        "Once a week.",
                        List.of("garden")),
                new VersionNamed(TASK, SubjectId.of(ANN), 3, new Changed<>("Draft", "Before the summer")));
    }

    private static List<Record> shared() {
        return List.of(
                new TaskShared(TASK, BOB, Permission.VIEW),
                new PermissionChanged(TASK, BOB, new Changed<>(Permission.VIEW, Permission.EDIT)),
                new ShareRevoked(TASK, BOB),
                new TaskLeft(TASK, BOB));
    }

    private static List<Record> parts() {
        return List.of(
                new CommentAdded(TASK, COMMENT, BOB, "Done, @ann?", List.of(ANN)),
                new CommentEdited(TASK, COMMENT, BOB, new Changed<>("Done?", "Done, @ann?"), List.of(ANN)),
                new CommentDeleted(TASK, COMMENT, BOB, "Done, @ann?"),
                new CommentRestored(
                        TASK,
                        COMMENT,
                        BOB,
                        "Done, @ann?",
                        Instant.parse("2026-03-01T08:00:00.123456Z"),
                        Instant.parse("2026-03-01T08:05:00.123456Z")),
                new FileAttached(TASK, FILE, ANN, "Fårn.jpg", "image/jpeg", 10_485_760, SHA_256),
                new FileRemoved(TASK, FILE, ANN, "Fårn.jpg"),
                new ReminderSet(TASK, REMINDER, ANN, new Reminder.OnDay(1, LocalTime.of(8, 0))),
                new ReminderRemoved(TASK, REMINDER, ANN),
                new Reminded(TASK, REMINDER, ANN, MARCH_1, LocalTime.of(9, 30)));
    }
}
