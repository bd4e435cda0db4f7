package io.taskledger.messages.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import org.jspecify.annotations.Nullable;

/** When somebody wants to be reminded of a task, in their own zone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reminder.BeforeTime.class, name = "before-time"),
    @JsonSubTypes.Type(value = Reminder.OnDay.class, name = "on-day")
})
public sealed interface Reminder {

    /**
     * When the person is to be told. A local time that the zone leaves out comes later by what was left out; of one that
     * it has twice, the first counts (as {@link java.time.ZonedDateTime#of} has it).
     *
     * @param dueTime null for a task that is due at the end of its day
     */
    Instant callsAt(LocalDate dueDate, @Nullable LocalTime dueTime, ZoneId zone);

    /**
     * Until when the task is not overdue.
     *
     * @param dueTime null for a task that is due at the end of its day
     */
    static Instant dueAt(LocalDate dueDate, @Nullable LocalTime dueTime, ZoneId zone) {
        var due = dueTime == null
                ? dueDate.plusDays(1).atStartOfDay(zone)
                : dueDate.atTime(dueTime).atZone(zone);
        return due.toInstant();
    }

    /** Before the due time; a task without one is taken to be due at the end of its day. */
    record BeforeTime(int minutes) implements Reminder {

        public static final int LIMIT = 60 * 24 * 28;

        public BeforeTime {
            new FieldRules()
                    .must(minutes >= 0 && minutes <= LIMIT, "minutes_before", Kind.OUT_OF_RANGE, LIMIT)
                    .enforce();
        }

        @Override
        public Instant callsAt(LocalDate dueDate, @Nullable LocalTime dueTime, ZoneId zone) {
            return Reminder.dueAt(dueDate, dueTime, zone).minus(Duration.ofMinutes(minutes));
        }
    }

    /**
     * At a time of the due day, or of a day before it.
     *
     * @param daysBefore 0 for the due day itself, at most 28
     */
    record OnDay(int daysBefore, LocalTime at) implements Reminder {

        public static final int LIMIT = 28;

        public OnDay {
            new FieldRules()
                    .must(daysBefore >= 0 && daysBefore <= LIMIT, "days_before", Kind.OUT_OF_RANGE, LIMIT)
                    .enforce();
        }

        @Override
        public Instant callsAt(LocalDate dueDate, @Nullable LocalTime dueTime, ZoneId zone) {
            return dueDate.minusDays(daysBefore).atTime(at).atZone(zone).toInstant();
        }
    }
}
