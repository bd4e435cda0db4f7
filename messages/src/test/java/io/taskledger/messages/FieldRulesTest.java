package io.taskledger.messages;

import java.util.function.Consumer;

import io.taskledger.messages.FieldProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.messages.Refusals.problems;
import static org.assertj.core.api.Assertions.assertThat;

class FieldRulesTest {

    @Test
    void both_ends_of_a_length_are_included() {
        assertThat(told(rules -> rules.length("name", "abc", 3, 5).length("name", "abcde", 3, 5)))
                .isEmpty();
    }

    @Test
    void missing_and_too_short_and_too_long_are_told_apart() {
        assertThat(told(rules ->
                        rules.length("a", "", 1, 5).length("b", "ab", 3, 5).length("c", "abcdef", 3, 5)))
                .containsExactly(
                        new FieldProblem("a", Kind.MISSING, 1),
                        new FieldProblem("b", Kind.TOO_SHORT, 3),
                        new FieldProblem("c", Kind.TOO_LONG, 5));
    }

    @Test
    void a_character_outside_the_basic_plane_counts_once() {
        assertThat(told(rules -> rules.length("name", "🌱".repeat(5), 1, 5))).isEmpty();
        assertThat(told(rules -> rules.length("name", "🌱".repeat(6), 1, 5)))
                .containsExactly(new FieldProblem("name", Kind.TOO_LONG, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\ud83cb", "\udf31", "\udf31\ud83c"})
    void what_the_database_cannot_hold_is_refused(String text) {
        assertThat(told(rules -> rules.length("name", text, 1, 5)))
                .containsExactly(new FieldProblem("name", Kind.UNSTORABLE, 0));
    }

    @Test
    void a_person_is_told_everything_at_once() {
        assertThat(told(rules -> rules.atMost("tags", 3, 2)
                        .must(false, "due_time", Kind.TIME_WITHOUT_DATE, 0)
                        .matches("email", "x", text -> text.contains("@"), Kind.NOT_AN_EMAIL)))
                .containsExactly(
                        new FieldProblem("tags", Kind.TOO_MANY, 2),
                        new FieldProblem("due_time", Kind.TIME_WITHOUT_DATE, 0),
                        new FieldProblem("email", Kind.NOT_AN_EMAIL, 0));
    }

    @Test
    void what_keeps_the_rules_passes() {
        assertThat(told(rules -> rules.atMost("tags", 2, 2)
                        .must(true, "due_time", Kind.TIME_WITHOUT_DATE, 0)
                        .matches("email", "a@b", text -> text.contains("@"), Kind.NOT_AN_EMAIL)))
                .isEmpty();
    }

    private static Iterable<FieldProblem> told(Consumer<FieldRules> use) {
        var rules = new FieldRules();
        use.accept(rules);
        return problems(rules::enforce);
    }
}
