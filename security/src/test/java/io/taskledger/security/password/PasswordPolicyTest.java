package io.taskledger.security.password;

import java.nio.file.Path;
import java.util.List;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.security.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordPolicyTest {

    private static final List<String> ANN = List.of("ann.miller", "amiller@example.org");

    private final PasswordPolicy policy = new PasswordPolicy(Installation.settings(Path.of("unused")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "password123",
                "P@ssw0rd",
                "12345678",
                "qwertyuiop",
                "aaaaaaaa",
                "abcdefgh",
                "iloveyou",
                "abcabcabc",
                "letmein1",
                "drowssap"
            })
    void a_common_password_is_refused(String common) {
        assertThat(kinds(common)).containsExactly(Kind.TOO_COMMON);
        assertThat(policy.judge(common, ANN).acceptable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet-anvil-93",
                "correct horse battery staple",
                "SecurePass123!",
                "tr0ub4dour&3",
                "zdrowaśmario",
                "TestPass2026",
                "\uD83D\uDC1D\uD83C\uDF3B\uD83E\uDD94\uD83D\uDE82\uD83C\uDFB7\uD83E\uDDED\uD83E\uDEC0\uD83E\uDDF2"
            })
    void any_other_password_is_taken_whatever_it_is_composed_of(String password) {
        assertThat(kinds(password)).isEmpty();
        assertThat(policy.judge(password, ANN).acceptable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ann.miller", "Ann.Miller1", "amiller@example.org", "rellim.nna", "amilleramiller", "12amiller!"
            })
    void a_password_made_of_ones_own_names_is_refused(String own) {
        assertThat(kinds(own)).containsExactly(Kind.OWN_NAME);
    }

    @Test
    void the_length_is_counted_in_characters_and_told() {
        assertThat(policy.problems("vi-93", ANN)).containsExactly(new FieldProblem("password", Kind.TOO_SHORT, 8));
        assertThat(policy.problems("", ANN)).containsExactly(new FieldProblem("password", Kind.MISSING, 8));
        assertThat(policy.problems("v".repeat(101), ANN))
                .containsExactly(new FieldProblem("password", Kind.TOO_LONG, 100));
        assertThat(kinds("violet\0anvil")).containsExactly(Kind.UNSTORABLE);
    }

    @Test
    void a_better_password_scores_higher() {
        assertThat(policy.judge("password", List.of()).score()).isZero();
        assertThat(policy.judge("violet-anvil-93-harbour", List.of()).score()).isEqualTo(4);
        assertThat(policy.judge("annmiller77", List.of("annmiller")).score())
                .isLessThan(policy.judge("annmiller77", List.of()).score());
    }

    @Test
    void a_text_of_any_length_is_judged_at_once() {
        assertThat(policy.judge("violet".repeat(100_000), List.of()).acceptable())
                .isFalse();
        assertThat(policy.judge("", List.of()).score()).isZero();
    }

    private List<Kind> kinds(String password) {
        return policy.problems(password, ANN).stream().map(FieldProblem::kind).toList();
    }
}
