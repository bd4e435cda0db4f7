package io.taskledger.rest.problem;

import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.rest.input.InputProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RejectionProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "MISSING, 1, string_too_short, String should have at least 1 character",
        "MISSING, 0, missing, At least one is needed",
        "OUT_OF_RANGE, 28, value_error, Value should be from 0 to 28",
        "TOO_SHORT, 3, string_too_short, String should have at least 3 characters",
        "TOO_LONG, 200, string_too_long, String should have at most 200 characters",
        "TOO_MANY, 100, too_long, List should have at most 100 items",
        "NOT_AN_EMAIL, 0, value_error, Value is not a valid email address",
        "TIME_WITHOUT_DATE, 0, value_error, A time needs a due date"
    })
    void a_broken_rule_has_the_contracts_type_and_words(FieldProblem.Kind kind, int limit, String type, String words) {
        var problem =
                RejectionProblems.wordsFor(new Rejection.Invalid(List.of(new FieldProblem("field", kind, limit))));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.detail()).isEqualTo("field: " + words);
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.loc()).containsExactly("body", "field");
            assertThat(error.type()).isEqualTo(type);
            assertThat(error.msg()).isEqualTo(words);
        });
    }

    @ParameterizedTest
    @CsvSource({"tags 0, tags.0: wrong", "updates title, updates.title: wrong", "'', body: wrong"})
    void the_detail_says_where_in_the_body_something_is_wrong(String place, String detail) {
        var loc = Stream.concat(Stream.of("body"), Stream.of(place.split(" ")).filter(part -> !part.isEmpty()))
                .<Object>map(part -> part)
                .toList();

        assertThat(Problem.invalid(List.of(new InputProblem(loc, "wrong", "value_error")))
                        .detail())
                .isEqualTo(detail);
    }

    @Test
    void a_rejection_without_words_is_a_fault_of_ours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RejectionProblems.wordsFor(new Rejection() {}))
                .withMessageStartingWith("no words");
    }
}
