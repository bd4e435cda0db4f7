package io.taskledger.ui.words;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-02T23:30:00Z");

    private final Calendar berlin = reads(Locale.UK);
    private final LocalDate today = LocalDate.of(2026, 11, 3);

    @Test
    void today_is_the_readers() {
        assertThat(berlin.reader().today()).isEqualTo(today);
    }

    @Test
    void a_day_nearby_has_a_word_or_its_weekday_and_one_far_away_its_date() {
        assertThat(berlin.due(today, null)).isEqualTo("today");
        assertThat(berlin.due(today.plusDays(1), null)).isEqualTo("tomorrow");
        assertThat(berlin.due(today.minusDays(1), null)).isEqualTo("yesterday");
        assertThat(berlin.due(today.plusDays(6), null)).isEqualTo("Mon 9");
        assertThat(berlin.due(today.plusDays(7), null)).isEqualTo("10 Nov");
        assertThat(berlin.due(today.plusYears(1), null)).isEqualTo("3 Nov 2027");
        assertThat(berlin.due(today, LocalTime.of(14, 5))).isEqualTo("today, 14:05");
    }

    @Test
    void a_week_ends_with_the_day_before_the_readers_first() {
        assertThat(berlin.lastDayOfWeek()).isEqualTo(LocalDate.of(2026, 11, 8));
        assertThat(reads(Locale.US).lastDayOfWeek()).isEqualTo(LocalDate.of(2026, 11, 7));
        assertThat(reads(Locale.forLanguageTag("ar-EG")).lastDayOfWeek()).isEqualTo(LocalDate.of(2026, 11, 6));
    }

    @Test
    void what_the_font_has_no_space_for_gets_one_that_it_has() {
        assertThat(reads(Locale.US).clockTime(LocalTime.of(14, 5))).isEqualTo("2:05\u00a0PM");
        assertThat(reads(Locale.US).exact(NOW)).isEqualTo("Nov 3, 2026, 12:30:00\u00a0AM");
    }

    @Test
    void what_happened_is_told_by_how_long_ago_it_was() {
        assertThat(berlin.ago(NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(berlin.ago(NOW.minus(Duration.ofMinutes(5)))).isEqualTo("5 min ago");
        assertThat(berlin.ago(NOW.minus(Duration.ofHours(3)))).isEqualTo("3 h ago");
        assertThat(berlin.ago(NOW.minus(Duration.ofHours(15)))).isEqualTo("09:30");
    }

    private static Calendar reads(Locale locale) {
        return new Calendar(
                new Reader(new Words(locale), ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneId.of("UTC"))));
    }
}
