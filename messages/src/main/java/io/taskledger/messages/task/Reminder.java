package io.taskledger.messages.task;

import java.time.LocalTime;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;

/** When somebody wants to be reminded of a task, in their own zone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reminder.BeforeTime.class, name = "before-time"),
    @JsonSubTypes.Type(value = Reminder.OnDay.class, name = "on-day")
})
public sealed interface Reminder {

    /** Before the due time; a task without one is taken to be due at the end of its day. */
    record BeforeTime(int minutes) implements Reminder {

        public static final int LIMIT = 60 * 24 * 28;

        public BeforeTime {
            new FieldRules()
                    .must(minutes >= 0 && minutes <= LIMIT, "minutes", Kind.OUT_OF_RANGE, LIMIT)
                    .enforce();
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
    }
}
