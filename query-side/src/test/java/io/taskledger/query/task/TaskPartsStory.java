package io.taskledger.query.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderEvent.ReminderRemoved;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;

/** What happens to the parts of tasks, each time as it may follow what happened to them before. */
public final class TaskPartsStory {

    private static final UserId WITH = UserId.next();
    private static final UserId OTHER = UserId.next();
    private static final UserId AUTHOR = UserId.next();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    private final Map<TaskId, Map<Part, Integer>> told = new HashMap<>();
    private final Map<String, CommentId> comments = new HashMap<>();
    private final Map<String, FileId> files = new HashMap<>();
    private final Map<String, ReminderId> reminders = new HashMap<>();

    /** What has a story of its own. */
    public enum Part {
        SHARES,
        COMMENTS,
        FILES,
        REMINDERS,
        ASSIGNEE,
        HOME
    }

    /** The next thing that happens to this part of the task. */
    public TaskEvent next(TaskId task, Part part) {
        var number = told.computeIfAbsent(task, _ -> new HashMap<>()).merge(part, 0, (before, none) -> before + 1);
        return switch (part) {
            case SHARES -> share(task, number);
            case COMMENTS -> comment(task, number);
            case FILES -> file(task, number);
            case REMINDERS -> reminder(task, number);
            case ASSIGNEE ->
                new TaskAssigned(task, new Changed<>(number % 2 == 0 ? null : WITH, number % 2 == 0 ? WITH : null));
            case HOME -> home(task, number);
        };
    }

    private static TaskEvent share(TaskId task, int number) {
        return switch (number % 5) {
            case 0 -> new TaskShared(task, WITH, Permission.VIEW);
            case 1 -> new PermissionChanged(task, WITH, new Changed<>(Permission.VIEW, Permission.EDIT));
            case 2 -> new TaskShared(task, OTHER, Permission.EDIT);
            case 3 -> new ShareRevoked(task, WITH);
            default -> new TaskLeft(task, OTHER);
        };
    }

    private TaskEvent comment(TaskId task, int number) {
        var cycle = number / 4;
        var one = comments.computeIfAbsent(task + "/a" + cycle, _ -> CommentId.next(task));
        return switch (number % 4) {
            case 0 -> new CommentAdded(task, one, AUTHOR, "What 🌱 \\ " + number, List.of());
            case 1 -> new CommentEdited(task, one, AUTHOR, new Changed<>("What", "Which\t" + number), List.of());
            case 2 -> new CommentAdded(task, CommentId.next(task), AUTHOR, "Stays " + number, List.of(WITH));
            default -> new CommentDeleted(task, one, AUTHOR, "Which");
        };
    }

    private TaskEvent file(TaskId task, int number) {
        var one = files.computeIfAbsent(task + "/" + number / 3, _ -> FileId.next(task));
        return switch (number % 3) {
            case 0 ->
                new FileAttached(task, one, AUTHOR, "plan " + number + ".pdf", "application/pdf", 7, "ab".repeat(32));
            case 1 ->
                new FileAttached(task, FileId.next(task), AUTHOR, "stays.txt", "text/plain", 1L << 40, "cd".repeat(32));
            default -> new FileRemoved(task, one, AUTHOR, "plan.pdf");
        };
    }

    private TaskEvent reminder(TaskId task, int number) {
        var one = reminders.computeIfAbsent(task + "/" + number / 4, _ -> ReminderId.next(task));
        return switch (number % 4) {
            case 0 -> new ReminderSet(task, one, WITH, new Reminder.BeforeTime(number));
            case 1 -> new Reminded(task, one, WITH, DAY, null);
            case 2 ->
                new ReminderSet(
                        task, ReminderId.next(task), OTHER, new Reminder.OnDay(number % 28, LocalTime.of(8, 30)));
            default -> new ReminderRemoved(task, one, WITH);
        };
    }

    private static TaskEvent home(TaskId task, int number) {
        var workspace = WorkspaceId.personalOf(WITH);
        var from = new TaskHome(workspace, ListId.firstOf(workspace), Place.ofAge(task.text()));
        var to = new TaskHome(workspace, ListId.firstOf(workspace), Place.numbered(number));
        return number % 2 == 0
                ? new TaskMoved(task, new Changed<>(from, to))
                : new TaskTransferred(
                        task, SubjectId.of(WITH), new Changed<>(from, to), "Taken along", null, List.of("t" + number));
    }
}
