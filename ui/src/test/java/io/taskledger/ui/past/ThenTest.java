package io.taskledger.ui.past;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.history.PastMoment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThenTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T14:05:00.123456Z, 2026-11-03T14:05:00.123456Z",
        "2026-11-03T14:05:00+01:00, 2026-11-03T13:05:00Z",
        "2026-11-03T14:05:00 01:00, 2026-11-03T13:05:00Z",
        "2026-11-03T14:05, 2026-11-03T13:05:00Z",
        "2026-11-03, 2026-11-02T23:00:00Z"
    })
    void a_moment_is_read_by_the_reader_s_own_clock_where_it_says_no_other(String text, Instant at) {
        assertThat(new Then(text, false).instant(BERLIN)).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-13-01", "2026-11-03T25:00Z", "+10000-01-01T00:00:00Z", "-0044-03-15"})
    void what_is_no_moment_is_none(String text) {
        assertThat(new Then(text, false).instant(BERLIN)).isEmpty();
        assertThat(new Then(text, false).moment(BERLIN)).isEmpty();
    }

    @Test
    void an_address_asks_by_when_things_happened_or_by_when_they_were_recorded() {
        var at = Instant.parse("2026-11-03T14:05:00Z");
        assertThat(Then.of(QueryParameters.simple(Map.of("at", at.toString())))).contains(Then.at(at));
        assertThat(Then.of(QueryParameters.simple(Map.of("recorded_at", at.toString())))
                        .flatMap(then -> then.moment(BERLIN)))
                .contains(new PastMoment.Recorded(at));
        assertThat(Then.of(QueryParameters.empty())).isEmpty();
    }
}
