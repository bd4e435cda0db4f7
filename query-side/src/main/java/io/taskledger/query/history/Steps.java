package io.taskledger.query.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.taskledger.messages.UserId;
import io.taskledger.messages.history.Undoable;
import io.taskledger.messages.history.Undoable.Attachment;
import io.taskledger.messages.history.Undoable.Comment;
import io.taskledger.messages.history.Undoable.Field;
import io.taskledger.messages.history.Undoable.OwnReminder;
import io.taskledger.messages.history.Undoable.Said;
import io.taskledger.messages.history.Undoable.Sharing;
import io.taskledger.messages.history.Undoable.VersionName;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.CommentCommand.RestoreComment;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** Finds the commands that set parts of a task to given values, in an order in which each can be done. */
final class Steps {

    private final TaskId task;
    private final Map<String, String> names;
    private final List<Step> steps = new ArrayList<>();
    private TaskEdit edit = TaskEdit.nothing();

    /** @param rank first out of the trash and in sight of others, last out of sight and into the trash */
    private record Step(int rank, TaskCommand command) {}

    /** @param names of accounts, by id */
    Steps(TaskId task, Map<String, String> names) {
        this.task = task;
        this.names = names;
    }

    /** Whether there is a command for it: where a value names somebody, they must still have an account. */
    boolean canName(Undoable part, @Nullable Object value) {
        return switch (part) {
            case Sharing(var with) -> names.containsKey(with.text());
            case Field.ASSIGNEE -> value == null || names.containsKey(((UserId) value).text());
            default -> true;
        };
    }

    /** @param now what it is */
    void set(Undoable part, @Nullable Object now, @Nullable Object value) {
        switch (part) {
            case Field field -> set(field, value);
            case Sharing(var with) -> share(name(with), (Permission) now, (Permission) value);
            case Comment(var comment) -> {
                if (value == null) {
                    add(5, new DeleteComment(task, comment));
                } else if (now == null) {
                    add(5, new RestoreComment(task, comment));
                } else {
                    add(5, new EditComment(task, comment, ((Said) value).content()));
                }
            }
            case Attachment(var file) -> add(5, new RemoveFile(task, file));
            case OwnReminder(var reminder) ->
                add(
                        5,
                        value == null
                                ? new RemoveReminder(task, reminder)
                                : new SetReminder(task, reminder, ((ReminderSet) value).reminder()));
            case VersionName(var version) -> add(5, new NameVersion(task, version, (String) value));
        }
    }

    @SuppressWarnings("unchecked") // Undoable says of which type each field's values are
    private void set(Field field, @Nullable Object value) {
        switch (field) {
            case IN_TRASH -> {
                if (Boolean.TRUE.equals(value)) {
                    add(9, new DeleteTask(task));
                } else {
                    add(0, new RestoreTask(task));
                }
            }
            case TITLE -> edit = edit.title((String) there(value));
            case DESCRIPTION -> edit = edit.description((String) value);
            case PRIORITY -> edit = edit.priority((Priority) there(value));
            case DUE_DATE -> edit = edit.dueDate((LocalDate) value);
            case DUE_TIME -> edit = edit.dueTime((LocalTime) value);
            case TAGS -> edit = edit.tags((List<String>) there(value));
            case COMPLETED -> edit = edit.completed((Boolean) there(value));
            case ASSIGNEE -> add(6, new AssignTask(task, value == null ? null : name((UserId) value)));
            case HOME -> add(2, new MoveTask(task, (TaskHome) there(value)));
        }
    }

    private void share(String name, @Nullable Permission now, @Nullable Permission value) {
        if (value == null) {
            add(8, new RevokeShare(task, name));
        } else {
            add(1, now == null ? new ShareTask(task, name, value) : new ChangePermission(task, name, value));
        }
    }

    List<TaskCommand> inOrder() {
        if (!edit.touchesNothing()) {
            add(4, new EditTask(task, edit));
            edit = TaskEdit.nothing();
        }
        return steps.stream()
                .sorted(Comparator.comparingInt(Step::rank))
                .map(Step::command)
                .toList();
    }

    private void add(int rank, TaskCommand command) {
        steps.add(new Step(rank, command));
    }

    private String name(UserId person) {
        return there(names.get(person.text()));
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, "what is always there");
    }
}
