package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void turns_are_taken_in_the_order_of_their_numbers() throws Exception {
        List<Integer> taken = new ArrayList<>();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var second = threads.submit(() -> {
                turns.take(1, () -> taken.add(1));
                return null;
            });
            turns.take(0, () -> taken.add(0));
            second.get(10, TimeUnit.SECONDS);
        }
        assertThat(taken).containsExactly(0, 1);
    }

    @Test
    void who_waits_for_a_turn_that_will_not_come_ends_without_being_interrupted() {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = threads.submit(() -> {
                turns.take(1, () -> {});
                return null;
            });

            turns.end();

            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        }
    }
}
