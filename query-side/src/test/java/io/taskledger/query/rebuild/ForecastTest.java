package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Courses as a heartbeat sees them, four times a second; times are in seconds. */
class ForecastTest {

    private static final long TOTAL = 3_000_000;
    private static final double BEAT = .25;
    private static final double REST_SECONDS = 12;
    private static final OptionalDouble REST = OptionalDouble.of(REST_SECONDS * 1_000 / TOTAL);

    /** What was told at a moment, and what turned out to be true. */
    private record Told(double second, double left, double truly) {}

    @Test
    void a_steady_course_is_told_within_a_fifth_from_the_twentieth_part_on() {
        isWithinAFifth(course(second -> 50_000));
    }

    @Test
    void a_slow_beginning_is_forgotten_before_the_twentieth_part_is_over() {
        isWithinAFifth(course(second -> second < 1.5 ? 20_000 : 45_000));
    }

    @Test
    void a_course_that_stumbles_every_few_seconds_is_told_within_a_fifth() {
        var chance = new Random(3);
        isWithinAFifth(course(second -> 45_000 * (chance.nextInt(5) == 0 ? .3 : 1.1)));
    }

    @Test
    void a_machine_that_gets_busy_is_followed() {
        var told = course(second -> second < 30 ? 50_000 : 25_000);
        var end = told.getLast().second();

        assertThat(told)
                .filteredOn(one -> one.second() > 60 && one.second() < end - 5)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.left()).isBetween(one.truly() * .8, one.truly() * 1.2));
    }

    @Test
    void before_anything_is_known_nothing_is_told() {
        var forecast = new Forecast(REST);
        assertThat(forecast.millisLeft(TOTAL)).isEqualTo(-1);
        forecast.sample(nanos(7), 0);
        assertThat(forecast.millisLeft(TOTAL)).isEqualTo(-1);
        forecast.sample(nanos(7.25), 0);
        assertThat(forecast.millisLeft(TOTAL)).isEqualTo(-1);
        forecast.sample(nanos(7.5), 5_000);
        assertThat(forecast.rate()).isEqualTo(10_000);
        assertThat(forecast.millisLeft(TOTAL)).isPositive();
    }

    @Test
    void a_pause_stops_the_clock() {
        var forecast = new Forecast(REST);
        forecast.sample(nanos(0), 0);
        forecast.sample(nanos(10), 100_000);
        var before = forecast.millisLeft(200_000);
        assertThat(before).isEqualTo(10_800);

        forecast.paused(nanos(10));
        forecast.paused(nanos(500));
        assertThat(forecast.rate()).isZero();
        assertThat(forecast.millisLeft(200_000)).isEqualTo(before);

        forecast.sample(nanos(500), 100_000);
        assertThat(forecast.millisLeft(200_000)).isEqualTo(before);
        assertThat(forecast.rate()).isCloseTo(10_000, within(1.0));
    }

    @Test
    void after_the_fold_the_rest_runs_out_and_never_below_nothing() {
        var forecast = new Forecast(REST);
        forecast.sample(nanos(0), 0);
        forecast.sample(nanos(10), 100_000);
        forecast.folded(nanos(10));
        assertThat(forecast.millisLeft(500_000)).isEqualTo(2_000);
        forecast.sample(nanos(11.5), 100_000);
        assertThat(forecast.millisLeft(500_000)).isEqualTo(500);
        forecast.sample(nanos(15), 100_000);
        assertThat(forecast.millisLeft(500_000)).isZero();
    }

    @Test
    void where_it_was_never_done_the_rest_is_a_share_of_the_fold() {
        var forecast = new Forecast(OptionalDouble.empty());
        forecast.sample(nanos(0), 0);
        forecast.sample(nanos(10), 100_000);

        assertThat(forecast.millisLeft(200_000)).isEqualTo(13_000);
        forecast.folded(nanos(10));
        assertThat(forecast.millisLeft(100_000)).isEqualTo(1_500);
    }

    private static void isWithinAFifth(List<Told> told) {
        var end = told.getLast().second();
        assertThat(end).isGreaterThan(60);
        assertThat(told)
                .filteredOn(one -> one.second() > end * .05 && one.second() < end - 1)
                .allSatisfy(one -> assertThat(one.left()).isBetween(one.truly() * .8, one.truly() * 1.2));
    }

    /** @param rate events per second at a moment */
    private static List<Told> course(ToDoubleFunction<Double> rate) {
        var forecast = new Forecast(REST);
        var told = new ArrayList<Told>();
        var second = 0.0;
        var done = 0.0;
        while (done < TOTAL) {
            forecast.sample(nanos(second), (long) done);
            told.add(new Told(second, forecast.millisLeft(TOTAL) / 1e3, 0));
            done += rate.applyAsDouble(second) * BEAT;
            second += BEAT;
        }
        forecast.folded(nanos(second));
        var end = second + REST_SECONDS;
        for (; second < end; second += BEAT) {
            forecast.sample(nanos(second), TOTAL);
            told.add(new Told(second, forecast.millisLeft(TOTAL) / 1e3, 0));
        }
        return told.stream()
                .map(one -> new Told(one.second(), one.left(), end - one.second()))
                .toList();
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }
}
