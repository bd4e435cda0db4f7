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

    /** Of an event, next to folding it. */
    private static final double WRITING = .12;

    private static final OptionalDouble REST = OptionalDouble.of(REST_SECONDS * 1_000 / TOTAL);

    /** What was told at a moment, and what turned out to be true. */
    private record Told(double second, double left, double truly) {}

    @Test
    void a_steady_course_is_told_within_a_fifth_from_the_twentieth_part_on() {
        isWithinAFifth(course(second -> 50_000, REST_SECONDS));
    }

    @Test
    void a_slow_beginning_is_forgotten_before_the_twentieth_part_is_over() {
        isWithinAFifth(course(second -> second < 1.5 ? 20_000 : 45_000, REST_SECONDS));
    }

    @Test
    void a_course_that_stumbles_every_few_seconds_is_told_within_a_fifth() {
        var chance = new Random(3);
        isWithinAFifth(course(second -> 45_000 * (chance.nextInt(5) == 0 ? .3 : 1.1), REST_SECONDS));
    }

    @Test
    void a_machine_that_gets_busy_is_followed() {
        var told = course(second -> second < 30 ? 50_000 : 25_000, REST_SECONDS);
        var end = told.getLast().second();

        assertThat(told)
                .filteredOn(one -> one.second() > 60 && one.second() < end - 5)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.left()).isBetween(one.truly() * .8, one.truly() * 1.2));
    }

    @Test
    void rows_that_are_written_at_the_end_are_expected_from_the_beginning() {
        var forecast = new Forecast(REST);
        forecast.sample(nanos(0), 0, 0);
        forecast.sample(nanos(10), 100_000, 0);
        var told = forecast.millisLeft(200_000);

        forecast.sample(nanos(20), 200_000, 0);
        assertThat(forecast.millisLeft(200_000)).isBetween(told - 10_500, told - 9_500);
        forecast.sample(nanos(22), 200_000, 150_000);
        assertThat(forecast.millisLeft(200_000)).isBetween(told - 13_000, told - 11_000);
    }

    @Test
    void before_anything_is_known_nothing_is_told() {
        var forecast = new Forecast(REST);
        assertThat(forecast.millisLeft(TOTAL)).isEqualTo(-1);
        forecast.sample(nanos(7), 0, 0);
        assertThat(forecast.millisLeft(TOTAL)).isEqualTo(-1);
        forecast.sample(nanos(7.25), 0, 0);
        assertThat(forecast.millisLeft(TOTAL)).isEqualTo(-1);
        forecast.sample(nanos(7.5), 5_000, 0);
        assertThat(forecast.rate()).isEqualTo(10_000);
        assertThat(forecast.millisLeft(TOTAL)).isPositive();
    }

    @Test
    void a_pause_stops_the_clock() {
        var forecast = new Forecast(REST);
        forecast.sample(nanos(0), 0, 0);
        forecast.sample(nanos(10), 100_000, 100_000);
        var before = forecast.millisLeft(200_000);
        assertThat(before).isEqualTo(10_800);

        forecast.paused(nanos(10));
        forecast.paused(nanos(500));
        assertThat(forecast.rate()).isZero();
        assertThat(forecast.millisLeft(200_000)).isEqualTo(before);

        forecast.sample(nanos(500), 100_000, 100_000);
        assertThat(forecast.millisLeft(200_000)).isEqualTo(before);
        assertThat(forecast.rate()).isCloseTo(10_000, within(1.0));
    }

    @Test
    void after_the_fold_the_rest_runs_out_and_never_below_nothing() {
        var forecast = folded(REST, 10);
        assertThat(forecast.millisLeft(500_000)).isEqualTo(2_000);
        forecast.rest(nanos(11.5), new Rest.At(0, 1));
        assertThat(forecast.millisLeft(500_000)).isEqualTo(500);
        forecast.rest(nanos(15), new Rest.At(0, 1));
        assertThat(forecast.millisLeft(500_000)).isZero();
    }

    @Test
    void a_rest_that_goes_otherwise_than_the_last_time_is_told_by_how_it_goes() {
        for (var truly : new double[] {1, 1.5, 3, 4}) {
            var forecast = folded(REST, 10);
            for (var step = 1; step <= 10; step++) {
                forecast.rest(nanos(10 + truly * step / 10), new Rest.At(step / 10.0, step == 10 ? 0 : .1));
                assertThat(forecast.millisLeft(500_000) / 1e3)
                        .as("%.1f s in all, at step %d", truly, step)
                        .isCloseTo(truly * (10 - step) / 10, within(step < 3 ? 1.6 : truly * .35));
            }
        }
    }

    @Test
    void a_step_that_takes_long_leaves_time_for_those_after_it() {
        var forecast = folded(REST, 10);
        forecast.rest(nanos(11), new Rest.At(.5, .1));
        assertThat(forecast.millisLeft(500_000)).isEqualTo(1_000);
        forecast.rest(nanos(19), new Rest.At(.5, .1));
        assertThat(forecast.millisLeft(500_000)).isEqualTo(800);
    }

    @Test
    void where_it_was_never_done_the_rest_is_a_share_of_the_fold() {
        var forecast = new Forecast(OptionalDouble.empty());
        forecast.sample(nanos(0), 0, 0);
        forecast.sample(nanos(10), 100_000, 100_000);
        assertThat(forecast.millisLeft(200_000)).isEqualTo(13_000);

        assertThat(folded(OptionalDouble.empty(), 10).millisLeft(100_000)).isEqualTo(1_500);
    }

    private static Forecast folded(OptionalDouble rest, double seconds) {
        var forecast = new Forecast(rest);
        forecast.sample(nanos(0), 0, 0);
        forecast.sample(nanos(seconds), 100_000, 100_000);
        forecast.rest(nanos(seconds), new Rest.At(0, 1));
        return forecast;
    }

    private static void isWithinAFifth(List<Told> told) {
        var end = told.getLast().second();
        assertThat(end).isGreaterThan(60);
        assertThat(told)
                .filteredOn(one -> one.second() > end * .05 && one.second() < end - 1)
                .allSatisfy(one -> assertThat(one.left()).isBetween(one.truly() * .8, one.truly() * 1.2));
    }

    /**
     * In three passes, whose rows are written at the end of each; then ten steps.
     *
     * @param rate events per second at a moment
     */
    private static List<Told> course(ToDoubleFunction<Double> rate, double restSeconds) {
        var forecast = new Forecast(REST);
        var told = new ArrayList<Told>();
        var second = 0.0;
        var done = 0.0;
        var written = 0.0;
        while (written < TOTAL) {
            forecast.sample(nanos(second), (long) done, (long) written);
            told.add(new Told(second, forecast.millisLeft(TOTAL) / 1e3, 0));
            var events = rate.applyAsDouble(second) * BEAT;
            if (done < TOTAL && done - written < TOTAL / 3.0) {
                done += events;
            } else {
                written = Math.min(done, written + events / WRITING);
            }
            second += BEAT;
        }
        var end = second + restSeconds;
        for (; second < end; second += BEAT) {
            var over = Math.floor(10 * (1 - (end - second) / restSeconds)) / 10;
            forecast.rest(nanos(second), new Rest.At(over, .1));
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
