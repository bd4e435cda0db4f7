package io.taskledger.bench.measure;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ArithmeticTest {

    @Test
    void a_median_is_the_middle_or_the_mean_of_two() {
        assertThat(new Sample(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(new Sample(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0);
    }

    @Test
    void a_percentile_is_the_value_at_its_rank() {
        var hundred = new Sample(
                IntStream.rangeClosed(1, 100).mapToObj(value -> (double) value).toList());

        assertThat(hundred.percentile(0.5)).isEqualTo(50);
        assertThat(hundred.percentile(0.99)).isEqualTo(99);
        assertThat(hundred.percentile(1)).isEqualTo(100);
        assertThat(new Sample(List.of(7.0)).percentile(0.01)).isEqualTo(7);
    }

    @Test
    void a_duel_takes_the_median_of_the_ratios_and_drops_the_first_round() throws Exception {
        // Ratios .5, .8 and .6 after a first round that would say 100.
        var baselines = new ArrayDeque<>(List.of(1.0, 10.0, 100.0, 1_000.0));
        var candidates = new ArrayDeque<>(List.of(100.0, 5.0, 80.0, 600.0));

        var outcome = new Duel(baselines::remove, candidates::remove).fight(3);

        assertThat(outcome.ratio()).isCloseTo(0.6, within(1e-9));
        assertThat(outcome.lowest()).isCloseTo(0.5, within(1e-9));
        assertThat(outcome.highest()).isCloseTo(0.8, within(1e-9));
        assertThat(outcome.baseline()).isEqualTo(100);
        assertThat(outcome.candidate()).isEqualTo(80);
    }

    @Test
    void a_target_is_met_from_its_bound_on() {
        assertThat(Target.atLeast(0.85).met(0.85)).isTrue();
        assertThat(Target.atLeast(0.85).met(0.849)).isFalse();
        assertThat(Target.atMost(35).met(35)).isTrue();
        assertThat(Target.atMost(35).met(35.1)).isFalse();
    }
}
