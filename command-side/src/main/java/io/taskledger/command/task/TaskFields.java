package io.taskledger.command.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** The fields that people edit: kept by the aggregate since an edit's event tells the old value with the new one. */
record TaskFields(
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable LocalDate dueDate,
        @Nullable LocalTime dueTime,
        List<String> tags) {

    static TaskFields of(TaskCreated event) {
        return new TaskFields(
                event.title(), event.description(), event.priority(), event.dueDate(), event.dueTime(), event.tags());
    }

    TaskFields after(TaskEdited event) {
        return new TaskFields(
                to(event.title(), title),
                to(event.description(), description),
                to(event.priority(), priority),
                to(event.dueDate(), dueDate),
                to(event.dueTime(), dueTime),
                to(event.tags(), tags));
    }

    /** What the edit changes; null where every value is the same as before. */
    @Nullable
    TaskEdited edited(TaskId taskId, SubjectId subject, TaskEdit edit) {
        var dueTimeWanted =
                clearsDueDate(edit) && edit.dueTime() == null ? new SetTo<@Nullable LocalTime>(null) : edit.dueTime();
        var event = new TaskEdited(
                taskId,
                subject,
                changed(title, edit.title()),
                changed(description, edit.description()),
                changed(priority, edit.priority()),
                changed(dueDate, edit.dueDate()),
                changed(dueTime, dueTimeWanted),
                changed(tags, edit.tags()));
        requireDateWithTime(after(event));
        return changesNothing(event) ? null : event;
    }

    private static boolean clearsDueDate(TaskEdit edit) {
        return edit.dueDate() != null && edit.dueDate().value() == null;
    }

    private static void requireDateWithTime(TaskFields fields) {
        if (fields.dueTime != null && fields.dueDate == null) {
            throw new CommandRejected(
                    new Rejection.Invalid(List.of(new FieldProblem("due_time", Kind.TIME_WITHOUT_DATE, 0))));
        }
    }

    private static boolean changesNothing(TaskEdited event) {
        return Stream.of(
                        event.title(),
                        event.description(),
                        event.priority(),
                        event.dueDate(),
                        event.dueTime(),
                        event.tags())
                .allMatch(Objects::isNull);
    }

    private static <T extends @Nullable Object> @Nullable Changed<T> changed(T now, @Nullable SetTo<T> wanted) {
        return wanted == null || Objects.equals(now, wanted.value()) ? null : new Changed<>(now, wanted.value());
    }

    private static <T extends @Nullable Object> T to(@Nullable Changed<T> change, T otherwise) {
        return change == null ? otherwise : change.to();
    }
}
