package io.taskledger.messages.account;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.messages.Refusals.problems;
import static org.assertj.core.api.Assertions.assertThat;

class RegisterUserTest {

    private static final UserId ANN = new UserId("user-01JZ0000000000000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Ann-Marie_2.0", "Åsa", "李小龍", "आन्या", "...", "١٢٣"})
    void a_username_is_of_any_script(String username) {
        assertThat(problems(() -> new RegisterUser(ANN, username, "ann@example.org")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann marie", "ann@home", "ann/x", "<b>", " ann", "ann\n", "ann\u200b", "an\u0000n", "a🌱n"})
    void a_username_holds_no_other_character(String username) {
        assertThat(problems(() -> new RegisterUser(ANN, username, "ann@example.org")))
                .contains(new FieldProblem("username", Kind.FORBIDDEN_CHARACTER, 0));
    }

    @Test
    void a_username_has_3_to_50_characters() {
        assertThat(problems(() -> named("abc"))).isEmpty();
        assertThat(problems(() -> named("x".repeat(50)))).isEmpty();
        assertThat(problems(() -> named(""))).containsExactly(new FieldProblem("username", Kind.MISSING, 3));
        assertThat(problems(() -> named("ab"))).containsExactly(new FieldProblem("username", Kind.TOO_SHORT, 3));
        assertThat(problems(() -> named("x".repeat(51))))
                .containsExactly(new FieldProblem("username", Kind.TOO_LONG, 50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org",
                "a@b.cd",
                "ann.marie+tasks@mail.example.org",
                "o'hara@example.org",
                "änn@exämple.org",
                "ann@sub-domain.example.museum",
                "ann@1.example.org"
            })
    void an_address_is_taken(String email) {
        assertThat(problems(() -> new RegisterUser(ANN, "ann", email))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "ann@",
                "@example.org",
                "ann@example",
                "ann@.org",
                "ann@example..org",
                "ann@-example.org",
                "ann@example-.org",
                "ann@example.o",
                "ann marie@example.org",
                "ann@example.org\n",
                "ann@example.org\nBcc: bob@example.org",
                "ann@bob@example.org",
                "Ann <ann@example.org>",
                "ann@example.org,bob@example.org",
                "\"ann\"@example.org"
            })
    void what_is_no_address_is_refused(String email) {
        assertThat(problems(() -> new RegisterUser(ANN, "ann", email)))
                .containsExactly(new FieldProblem("email", Kind.NOT_AN_EMAIL, 0));
    }

    @Test
    void an_address_has_at_most_100_characters() {
        assertThat(problems(() -> addressed("a".repeat(64) + "@" + "b".repeat(31) + ".org")))
                .isEmpty();
        assertThat(problems(() -> addressed("a".repeat(64) + "@" + "b".repeat(32) + ".org")))
                .containsExactly(new FieldProblem("email", Kind.TOO_LONG, 100));
    }

    @Test
    void an_endless_address_is_refused_like_any_other_that_is_too_long() {
        assertThat(problems(() -> addressed("a@" + "b.".repeat(200_000) + "org")))
                .contains(new FieldProblem("email", Kind.TOO_LONG, 100));
        assertThat(problems(() -> named("x".repeat(1_000_000))))
                .contains(new FieldProblem("username", Kind.TOO_LONG, 50));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(problems(() -> new RegisterUser(ANN, "a b", "")))
                .containsExactly(
                        new FieldProblem("username", Kind.FORBIDDEN_CHARACTER, 0),
                        new FieldProblem("email", Kind.MISSING, 1),
                        new FieldProblem("email", Kind.NOT_AN_EMAIL, 0));
    }

    private static RegisterUser named(String username) {
        return new RegisterUser(ANN, username, "ann@example.org");
    }

    private static RegisterUser addressed(String email) {
        return new RegisterUser(ANN, "ann", email);
    }
}
