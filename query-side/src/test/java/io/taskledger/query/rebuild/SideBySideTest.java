package io.taskledger.query.rebuild;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SideBySideTest {

    @Test
    void all_is_done_when_it_returns() {
        var done = new AtomicInteger();

        SideBySide.run(List.of(done::incrementAndGet, done::incrementAndGet, done::incrementAndGet));

        assertThat(done).hasValue(3);
    }

    @Test
    void the_failure_is_told_and_not_that_others_ended_on_its_account_before_it() {
        SideBySide.Work other = () -> {
            throw new InterruptedException("another one failed");
        };
        SideBySide.Work failing = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException otherIsOver) {
                throw new IllegalStateException("planted", otherIsOver);
            }
        };

        assertThatThrownBy(() -> SideBySide.run(List.of(other, failing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("planted");
    }
}
