package io.taskledger.messages.task;

import java.time.LocalDate;

/**
 * A day of somebody's own tasks, as they are now.
 *
 * @param created that day
 * @param completed that day, and not open again
 */
public record DayStatistics(LocalDate day, long created, long completed) {}
