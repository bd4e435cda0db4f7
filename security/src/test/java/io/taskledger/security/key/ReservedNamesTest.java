package io.taskledger.security.key;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReservedNamesTest {

    private final ReservedNames names = new ReservedNames(new Secrets(new byte[32]));

    @ParameterizedTest
    @CsvSource({
        "Ann, ann",
        "ANN@EXAMPLE.ORG, ann@example.org",
        "Ａｎｎ, ann",
        "straße, STRASSE",
        "Ὀδυσσεύς, ὈΔΥΣΣΕΎΣ",
        "José, José",
        "ﬁsher, FISHER"
    })
    void spellings_of_one_name_are_reserved_as_one(String name, String same) {
        assertThat(names.of(name)).isEqualTo(names.of(same)).hasSize(32);
    }

    @Test
    void other_names_and_other_keys_give_other_digests() {
        assertThat(names.of("ann")).isNotEqualTo(names.of("anna"));
        assertThat(names.of("ann")).isNotEqualTo(new ReservedNames(new Secrets(new byte[] {1})).of("ann"));
    }

    @Test
    void folding_does_not_ask_the_machine_what_language_it_speaks() {
        var machine = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(names.of("IRIS")).isEqualTo(names.of("iris"));
        } finally {
            Locale.setDefault(machine);
        }
    }
}
