package io.taskledger.messages.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.taskledger.messages.task.Reminder.BeforeTime;
import io.taskledger.messages.task.Reminder.OnDay;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReminderTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final ZoneId KIRITIMATI = ZoneId.of("Pacific/Kiritimati");
    private static final LocalDate MARCH_9 = LocalDate.of(2026, 3, 9);
    private static final LocalDate SPRING_FORWARD = LocalDate.of(2026, 3, 29);
    private static final LocalDate FALL_BACK = LocalDate.of(2026, 10, 25);
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

    @Test
    void it_calls_as_long_before_the_due_time_as_was_wished() {
        assertThat(new BeforeTime(90).callsAt(MARCH_9, LocalTime.NOON, VIENNA)).isEqualTo("2026-03-09T09:30:00Z");
        assertThat(new BeforeTime(0).callsAt(MARCH_9, LocalTime.NOON, ZoneOffset.UTC))
                .isEqualTo("2026-03-09T12:00:00Z");
    }

    @Test
    void a_task_without_a_time_is_due_at_the_end_of_its_day() {
        assertThat(new BeforeTime(60).callsAt(MARCH_9, null, VIENNA)).isEqualTo("2026-03-09T22:00:00Z");
        assertThat(Reminder.dueAt(MARCH_9, null, KIRITIMATI)).isEqualTo("2026-03-09T10:00:00Z");
    }

    @Test
    void on_a_day_it_calls_at_a_time_of_the_persons_own_zone() {
        var eight = LocalTime.of(8, 0);

        assertThat(new OnDay(0, eight).callsAt(MARCH_9, null, VIENNA)).isEqualTo("2026-03-09T07:00:00Z");
        assertThat(new OnDay(28, eight).callsAt(MARCH_9, LocalTime.NOON, KIRITIMATI))
                .isEqualTo("2026-02-08T18:00:00Z");
    }

    @Test
    void a_time_that_the_zone_leaves_out_comes_later_by_as_much() {
        assertThat(new OnDay(0, HALF_PAST_TWO).callsAt(SPRING_FORWARD, null, VIENNA))
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(new OnDay(0, LocalTime.of(3, 30)).callsAt(SPRING_FORWARD, null, VIENNA))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void of_a_time_that_the_zone_has_twice_the_first_counts() {
        assertThat(new OnDay(0, HALF_PAST_TWO).callsAt(FALL_BACK, null, VIENNA)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(new BeforeTime(10).callsAt(FALL_BACK, HALF_PAST_TWO, VIENNA)).isEqualTo("2026-10-25T00:20:00Z");
    }

    @Test
    void minutes_are_real_ones_also_over_a_change_of_the_clock() {
        var due = Instant.parse("2026-03-29T04:00:00Z");

        assertThat(Reminder.dueAt(SPRING_FORWARD, LocalTime.of(6, 0), VIENNA)).isEqualTo(due);
        assertThat(new BeforeTime(300).callsAt(SPRING_FORWARD, LocalTime.of(6, 0), VIENNA))
                .isEqualTo("2026-03-28T23:00:00Z");
    }
}
