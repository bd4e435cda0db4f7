package io.taskledger.rest.task;

import java.time.Instant;
import java.time.LocalTime;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * A reminder: some minutes before the due time, or at a time of the due day or one before it.
 *
 * @param minutesBefore null for the other kind
 * @param daysBefore null for the other kind
 * @param at null for the other kind
 */
@Schema(name = "Reminder")
@JsonPropertyOrder({"id", "task_id", "minutes_before", "days_before", "at", "set_at"})
record ReminderAnswer(
        String id,
        @JsonProperty("task_id") String taskId,
        @Nullable @JsonProperty("minutes_before") Integer minutesBefore,
        @Nullable @JsonProperty("days_before") Integer daysBefore,

        @Nullable @JsonFormat(pattern = "HH:mm:ss") LocalTime at,

        @JsonProperty("set_at") @WireInstant Instant setAt) {

    static ReminderAnswer of(TaskReminder one) {
        var id = one.reminderId();
        return switch (one.reminder()) {
            case Reminder.BeforeTime(var minutes) ->
                new ReminderAnswer(id.text(), id.taskId().text(), minutes, null, null, one.setAt());
            case Reminder.OnDay(var days, var at) ->
                new ReminderAnswer(id.text(), id.taskId().text(), null, days, at, one.setAt());
        };
    }
}
