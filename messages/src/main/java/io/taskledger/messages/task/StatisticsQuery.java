package io.taskledger.messages.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What can be counted of the actor's own tasks. What is in the trash is not counted. */
public sealed interface StatisticsQuery {

    /**
     * Answered by an {@code Optional<}{@link TaskStatistics}{@code >}, always there.
     *
     * @param now the reader's: an open task that was due before it is overdue, without a time when its day is over
     */
    record SumUpTasks(LocalDateTime now) implements StatisticsQuery {}

    /**
     * The same at an instant, by the calendar and clock of the actor's profile.
     *
     * @param otherwise the zone where the profile names none
     */
    record SumUpOwnTasks(Instant now, ZoneId otherwise) implements StatisticsQuery {}

    /**
     * Answered by a {@code List<}{@link DayStatistics}{@code >}, one for each day, oldest first.
     *
     * @param zone where the reader's days begin
     * @param from the first day
     * @param to the last day, included; not before the first
     */
    record CountByDay(ZoneId zone, LocalDate from, LocalDate to) implements StatisticsQuery {}
}
