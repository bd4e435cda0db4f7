package io.taskledger.query.feed;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromptThreadsTest {

    @Test
    void what_axon_would_put_off_for_a_minute_is_tried_again_after_a_second() {
        try (var threads = new PromptThreads(1, "prompt-")) {
            assertThat(threads.schedule(() -> {}, 1, TimeUnit.MINUTES).getDelay(TimeUnit.MILLISECONDS))
                    .isLessThanOrEqualTo(PromptThreads.LONGEST_PAUSE.toMillis());
            assertThat(threads.schedule(() -> {}, 20, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS))
                    .isLessThanOrEqualTo(20);
        }
    }
}
