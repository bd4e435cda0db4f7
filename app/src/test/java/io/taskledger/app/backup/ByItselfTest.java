package io.taskledger.app.backup;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ByItselfTest {

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing has happened yet            | 2026-11-21T12:00:00Z |                      |                      | false
            a first day waits for its night     | 2026-11-21T12:00:00Z | 2026-11-21T09:00:00Z |                      | false
            before the hour of the first night  | 2026-11-22T02:59:59Z | 2026-11-21T09:00:00Z |                      | false
            at the hour                         | 2026-11-22T03:00:00Z | 2026-11-21T09:00:00Z |                      | true
            later, where it was off at the hour | 2026-11-22T11:00:00Z | 2026-11-21T09:00:00Z |                      | true
            once it is made                     | 2026-11-22T11:00:00Z | 2026-11-21T09:00:00Z | 2026-11-22T03:00:10Z | false
            one by hand the evening before      | 2026-11-22T03:00:00Z | 2026-11-21T09:00:00Z | 2026-11-21T20:00:00Z | true
            yesterday's, before the hour        | 2026-11-23T02:00:00Z | 2026-11-21T09:00:00Z | 2026-11-22T03:00:10Z | false
            yesterday's, at the hour            | 2026-11-23T03:00:30Z | 2026-11-21T09:00:00Z | 2026-11-22T03:00:10Z | true
            """)
    void when_one_is_due(String when, Instant now, Instant firstEvent, Instant newest, boolean due) {
        assertThat(ByItself.isDue(
                        now, LocalTime.of(3, 0), Optional.ofNullable(newest), Optional.ofNullable(firstEvent)))
                .as(when)
                .isEqualTo(due);
    }
}
