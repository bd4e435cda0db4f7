package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

/**
 * A reminder whose time has come.
 *
 * @param dueDate of the task, for which nobody was reminded yet
 */
public record CallingReminder(
        ReminderId reminderId, LocalDate dueDate, @Nullable LocalTime dueTime) {}
