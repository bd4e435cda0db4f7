package io.taskledger.ui.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionWordsTest {

    private static final List<Rejection> ALL = List.of(
            new TaskRejection.NotFound(TaskId.next()),
            new AccountRejection.UsernameTaken("anna"),
            new AccountRejection.EmailTaken("anna@example.org"),
            new LostRace());

    private final RejectionWords words = new RejectionWords(new Words(Locale.ENGLISH));

    @Test
    void every_refusal_has_a_sentence_of_its_own() {
        assertThat(ALL.stream().map(words::sentence))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."))
                .doesNotContain(new Words(Locale.ENGLISH).say("rejection.unknown"));
    }

    @Test
    void no_kind_of_refusal_is_missing_here() {
        assertThat(ALL.stream().map(Object::getClass).toList())
                .containsAll(Arrays.asList(TaskRejection.class.getPermittedSubclasses()))
                .containsAll(Arrays.asList(AccountRejection.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_a_field_has_a_sentence(FieldProblem.Kind kind) {
        var sentence = words.sentence(new Rejection.Invalid(List.of(new FieldProblem("title", kind, 7))));
        assertThat(sentence).endsWith(".").doesNotContain("{");
    }

    @Test
    void a_limit_is_named() {
        assertThat(words.sentence(new FieldProblem("title", FieldProblem.Kind.TOO_LONG, 1200)))
                .isEqualTo("At most 1,200 characters, please.");
    }
}
