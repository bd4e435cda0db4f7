package io.taskledger.messages;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunOfTest {

    @Test
    void a_handler_that_answers_the_same_run_of_the_same_items_matches() throws NoSuchMethodException {
        assertThat(RunOf.page(String.class).matches(answer("pageOfTexts"))).isTrue();
        assertThat(RunOf.slice(String.class).matches(answer("sliceOfTexts"))).isTrue();
    }

    @Test
    void another_run_or_other_items_do_not_match() throws NoSuchMethodException {
        assertThat(RunOf.page(String.class).matches(answer("sliceOfTexts"))).isFalse();
        assertThat(RunOf.page(String.class).matches(answer("pageOfNumbers"))).isFalse();
        assertThat(RunOf.page(String.class).matches(answer("texts"))).isFalse();
        assertThat(RunOf.page(String.class).matches(Page.class)).isFalse();
        assertThat(RunOf.slice(String.class).matches(answer("pageOfTexts"))).isFalse();
    }

    @Test
    void what_is_answered_is_handed_through() {
        var page = new Page<>(List.of("a"), 1, 0, 10);

        assertThat(RunOf.page(String.class).convert(page)).isSameAs(page);
        assertThat(RunOf.page(String.class).responseMessagePayloadType()).isEqualTo(Page.class);
    }

    @Test
    void pages_are_counted_from_one_also_past_the_end() {
        assertThat(new Page<>(List.of(), 0, 0, 10).number()).isEqualTo(1);
        assertThat(new Page<>(List.of(), 0, 0, 10).pages()).isZero();
        assertThat(new Page<>(List.of(), 20, 20, 10).number()).isEqualTo(3);
        assertThat(new Page<>(List.of(), 20, 20, 10).pages()).isEqualTo(2);
        assertThat(new Page<>(List.of(), 21, 15, 10).number()).isEqualTo(2);
        assertThat(new Page<>(List.of(), 21, 0, 10).pages()).isEqualTo(3);
    }

    private static Type answer(String method) throws NoSuchMethodException {
        return Answers.class.getDeclaredMethod(method).getGenericReturnType();
    }

    private interface Answers {
        Page<String> pageOfTexts();

        Page<Integer> pageOfNumbers();

        Slice<String> sliceOfTexts();

        Optional<String> texts();
    }
}
