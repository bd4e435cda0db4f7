package io.taskledger.ui.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnLanguageTest {

    private static final Locale AUSTRIA = Locale.forLanguageTag("de-AT");

    @Test
    void the_account_decides_and_the_browser_adds_its_country() {
        assertThat(choose("de", Locale.US, AUSTRIA)).isEqualTo(AUSTRIA);
        assertThat(choose("de", Locale.US)).isEqualTo(Locale.GERMAN);
        assertThat(choose("en", AUSTRIA, Locale.UK)).isEqualTo(Locale.UK);
    }

    @Test
    void without_the_account_the_first_language_that_is_spoken_is_taken() {
        assertThat(choose(null, Locale.FRANCE, AUSTRIA, Locale.US)).isEqualTo(AUSTRIA);
        assertThat(choose(null, Locale.FRANCE)).isEqualTo(Locale.ENGLISH);
        assertThat(choose(null)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void a_language_that_is_spoken_no_more_is_english() {
        assertThat(choose("tlh", AUSTRIA, Locale.UK)).isEqualTo(Locale.UK);
    }

    private static Locale choose(@Nullable String wanted, Locale... accepted) {
        return OwnLanguage.choose(Optional.ofNullable(wanted), List.of(accepted));
    }
}
