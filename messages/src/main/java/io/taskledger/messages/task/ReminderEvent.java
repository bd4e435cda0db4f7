package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/** What happened to the reminders on a task. */
public sealed interface ReminderEvent extends TaskEvent {

    ReminderId reminderId();

    UserId who();

    @StoredAs("task.reminder-set")
    record ReminderSet(TaskId taskId, ReminderId reminderId, UserId who, Reminder reminder) implements ReminderEvent {}

    @StoredAs("task.reminder-removed")
    record ReminderRemoved(TaskId taskId, ReminderId reminderId, UserId who) implements ReminderEvent {}

    /** The person is to be told, once for this due time. */
    @StoredAs("task.reminded")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reminded(
            TaskId taskId,
            ReminderId reminderId,
            UserId who,
            LocalDate dueDate,
            @Nullable LocalTime dueTime) implements ReminderEvent {}
}
