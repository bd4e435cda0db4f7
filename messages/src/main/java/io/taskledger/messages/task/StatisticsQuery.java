package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.ZoneId;

/** What can be counted of the actor's own tasks. What is in the trash is not counted. */
public sealed interface StatisticsQuery {

    /**
     * Answered by an {@code Optional<}{@link TaskStatistics}{@code >}, always there.
     *
     * @param today the reader's, before which an open task's due date makes it overdue
     */
    record SumUpTasks(LocalDate today) implements StatisticsQuery {}

    /**
     * Answered by a {@code List<}{@link DayStatistics}{@code >}, one for each day, oldest first.
     *
     * @param zone where the reader's days begin
     * @param from the first day
     * @param to the last day, included; not before the first
     */
    record CountByDay(ZoneId zone, LocalDate from, LocalDate to) implements StatisticsQuery {}
}
