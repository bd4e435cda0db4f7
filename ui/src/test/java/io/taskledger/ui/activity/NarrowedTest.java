package io.taskledger.ui.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import com.vaadin.flow.router.Location;
import io.taskledger.ui.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NarrowedTest {

    @Test
    void an_address_brings_back_what_it_was_made_of() {
        var narrowed = new Narrowed(
                "task", "updated", "anna & ben", LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-04"));
        assertThat(Narrowed.of(narrowed.parameters())).isEqualTo(narrowed);
    }

    @Test
    void what_makes_no_sense_is_left_out() {
        var told = new Location("activity?kind=cheese&action=%00&from=soon&to=2026-02-30").getQueryParameters();
        assertThat(Narrowed.of(told)).isEqualTo(Narrowed.NOT);
    }

    @Test
    void the_last_day_counts_whole_where_the_reader_is() {
        var day = LocalDate.parse("2026-11-04");
        var filter = new Narrowed("", "", "", day, day).filter(ZoneId.of("Europe/Berlin"));
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-11-03T23:00:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2026-11-04T22:59:59.999999Z"));
        assertThat(filter.action()).isNull();
    }

    @Test
    void every_kind_of_entry_has_its_sentence() {
        var words = new Words(Locale.ENGLISH);
        ActivityKinds.ALL.forEach((kind, actions) -> actions.forEach(action -> {
            assertThat(words.say("activity." + kind + "." + action, "Ann", "x", "Ben"))
                    .isNotBlank();
            assertThat(words.say("activity.set." + action, "Ann", 3, words.say("activity.many." + kind)))
                    .isNotBlank();
        }));
    }
}
