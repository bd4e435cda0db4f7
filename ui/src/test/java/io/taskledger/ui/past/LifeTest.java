package io.taskledger.ui.past;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.history.ChangeMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LifeTest {

    private static final Instant START = Instant.parse("2016-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Hours since the start at which something happened. */
    static Stream<List<Integer>> lives() {
        return Stream.of(
                List.of(0),
                List.of(40_000),
                List.of(0, 0, 0),
                List.of(0, 1, 2, 3, 80_000),
                List.of(0, 20_000, 20_000, 40_000, 60_000),
                IntStream.range(0, 160).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("lives")
    void the_knob_stands_where_it_was_put(List<Integer> hours) {
        var life = life(hours);
        for (int share = 0; share <= 1000; share++) {
            var at = life.at(share / 1000.0);
            assertThat(at).isBetween(life.begins(), life.ends());
            // At an instant at which something happened it may stand anywhere within what happened.
            assertThat(life.at(life.share(at))).isCloseTo(at, within(1, ChronoUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void later_is_never_farther_to_the_left(List<Integer> hours) {
        var life = life(hours);
        var before = 0.0;
        for (int hour = 0; hour <= 88_000; hour += 500) {
            var share = life.share(START.plus(Duration.ofHours(hour)));
            assertThat(share).isBetween(before, 1.0);
            before = share;
        }
    }

    @Test
    void a_busy_morning_in_ten_quiet_years_has_half_of_the_room() {
        var marks = IntStream.range(0, 100)
                .mapToObj(minute -> START.plus(Duration.ofMinutes(minute)))
                .map(at -> new ChangeMark(at, at, 1))
                .toList();
        var life = Life.of(marks, NOW);
        assertThat(life.share(START.plus(Duration.ofMinutes(100)))).isCloseTo(0.5, within(0.01));
        assertThat(life.share(NOW)).isEqualTo(1);
        assertThat(life.share(START.minusSeconds(1))).isZero();
        assertThat(TimeSlider.picture(life).split("<rect", -1)).hasSize(101);
    }

    private static Life life(List<Integer> hours) {
        return Life.of(
                hours.stream()
                        .map(hour -> START.plus(Duration.ofHours(hour)))
                        .map(at -> new ChangeMark(at, at, 1))
                        .toList(),
                NOW);
    }
}
