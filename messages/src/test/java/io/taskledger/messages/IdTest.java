package io.taskledger.messages;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.task.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class IdTest {

    private static final String ULID = "01JZ0000000000000000000001";

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("task", TaskId::next, TaskId::parse, TaskId::new),
                kind("user", UserId::next, UserId::parse, UserId::new),
                kind("session", SessionId::next, SessionId::parse, SessionId::new),
                kind("action", ActionId::next, ActionId::parse, ActionId::new));
    }

    private static <I> Arguments kind(
            String kind, Supplier<I> next, Function<String, Optional<I>> parse, Function<String, I> of) {
        return arguments(kind, next, parse, of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void the_text_of_an_id_reads_back_to_it(
            String kind, Supplier<?> next, Function<String, Optional<?>> parse, Function<String, ?> of) {
        var id = next.get();

        assertThat(id.toString()).matches(kind + "-[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(parse.apply(id.toString()).orElseThrow()).isEqualTo(id);
        assertThat(of.apply(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void an_id_is_stored_as_its_text(
            String kind, Supplier<?> next, Function<String, Optional<?>> parse, Function<String, ?> of) {
        var json = new JsonMapper();
        var id = next.get();

        var stored = json.writeValueAsString(id);

        assertThat(stored).isEqualTo('"' + id.toString() + '"');
        assertThat((Object) json.readValue(stored, id.getClass())).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void ids_sort_in_the_order_they_were_made(
            String kind, Supplier<?> next, Function<String, Optional<?>> parse, Function<String, ?> of) {
        var made =
                IntStream.range(0, 5_000).mapToObj(_ -> next.get().toString()).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void another_kinds_id_is_none(
            String kind, Supplier<?> next, Function<String, Optional<?>> parse, Function<String, ?> of) {
        assertThat(parse.apply("other-" + ULID)).isEmpty();
        assertThat(parse.apply(kind + "-" + ULID)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> of.apply("other-" + ULID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "task-",
                "task",
                "01JZ0000000000000000000001",
                "TASK-01JZ0000000000000000000001",
                "task-01jz0000000000000000000001",
                "task-01JZ000000000000000000000",
                "task-01JZ00000000000000000000011",
                "task-81JZ0000000000000000000001",
                "task-01JZ000000000000000000000I",
                "task-01JZ000000000000000000000L",
                "task-01JZ000000000000000000000O",
                "task-01JZ000000000000000000000U",
                " task-01JZ0000000000000000000001",
                "task-01JZ0000000000000000000001\n",
                "task-01JZ0000000000000000000001' or '1'='1",
                "task_01JZ0000000000000000000001"
            })
    void a_text_of_another_form_is_no_id(String text) {
        assertThat(TaskId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskId(text));
    }

    @Test
    void the_same_source_gives_the_same_id() {
        var millis = 1_357_041_600_000L;

        assertThat(TaskId.derived(millis, "user/trello/1")).isEqualTo(TaskId.derived(millis, "user/trello/1"));
        assertThat(TaskId.derived(millis, "user/trello/1"))
                .isNotEqualTo(TaskId.derived(millis, "user/trello/2"))
                .isNotEqualTo(TaskId.derived(millis + 1, "user/trello/1"));
    }

    @Test
    void a_derived_id_is_a_contract() {
        assertThat(TaskId.derived(1_357_041_600_000L, "user/trello/1")).hasToString("task-017FTZQ1G00GV29SVK8M1ECB1W");
    }

    @Test
    void a_derived_id_sorts_by_the_time_that_its_source_says() {
        assertThat(Stream.of(0L, 1L, 1_000_000_000_000L, 1_700_000_000_000L)
                        .map(millis -> TaskId.derived(millis, "source").text()))
                .isSorted();
    }

    @Test
    void a_time_before_1970_still_gives_an_id() {
        assertThat(TaskId.parse(TaskId.derived(-1, "source").text())).isPresent();
    }
}
