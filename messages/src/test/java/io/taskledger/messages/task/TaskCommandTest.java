package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.messages.Refusals.problems;
import static org.assertj.core.api.Assertions.assertThat;

class TaskCommandTest {

    private static final TaskId TASK = new TaskId("task-01JZ0000000000000000000001");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalTime TIME = LocalTime.of(9, 30);

    @Test
    void a_title_alone_makes_a_task() {
        var command = CreateTask.titled(TASK, "Water the ferns");

        assertThat(command)
                .isEqualTo(new CreateTask(
                        TASK, null, "Water the ferns", null, Priority.MEDIUM, null, null, List.of(), false));
    }

    @Test
    void a_title_loses_the_white_space_around_it() {
        assertThat(CreateTask.titled(TASK, " \t Water\u2003the ferns \n").title())
                .isEqualTo("Water\u2003the ferns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void a_task_has_a_title(String title) {
        assertThat(problems(() -> CreateTask.titled(TASK, title)))
                .containsExactly(new FieldProblem("title", Kind.MISSING, 1));
    }

    @Test
    void a_title_has_at_most_200_characters() {
        assertThat(problems(() -> CreateTask.titled(TASK, " " + "ü".repeat(200) + " ")))
                .isEmpty();
        assertThat(problems(() -> CreateTask.titled(TASK, "ü".repeat(201))))
                .containsExactly(new FieldProblem("title", Kind.TOO_LONG, 200));
    }

    @Test
    void a_description_has_at_most_10_000_characters_and_may_be_empty() {
        assertThat(problems(() -> described(""))).isEmpty();
        assertThat(problems(() -> described("x".repeat(10_000)))).isEmpty();
        assertThat(problems(() -> described("x".repeat(10_001))))
                .containsExactly(new FieldProblem("description", Kind.TOO_LONG, 10_000));
    }

    @Test
    void a_task_has_at_most_100_tags_of_at_most_100_characters() {
        assertThat(problems(() -> tagged(Collections.nCopies(100, "x".repeat(100)))))
                .isEmpty();
        assertThat(problems(() -> tagged(Collections.nCopies(101, "x"))))
                .containsExactly(new FieldProblem("tags", Kind.TOO_MANY, 100));
        assertThat(problems(() -> tagged(List.of("x", "x".repeat(101)))))
                .containsExactly(new FieldProblem("tags", Kind.TOO_LONG, 100));
    }

    @Test
    void tags_stay_as_given_and_cannot_be_changed_afterwards() {
        var tags = new ArrayList<>(List.of("b", "", "a", "b"));
        var command = tagged(tags);
        tags.add("later");

        assertThat(command.tags()).containsExactly("b", "", "a", "b").isUnmodifiable();
    }

    @Test
    void a_time_needs_a_day() {
        assertThat(problems(() -> due(DAY, TIME))).isEmpty();
        assertThat(problems(() -> due(DAY, null))).isEmpty();
        assertThat(problems(() -> due(null, TIME)))
                .containsExactly(new FieldProblem("due_time", Kind.TIME_WITHOUT_DATE, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000, 999_999_999})
    void a_day_is_in_a_year_that_four_digits_can_write(int year) {
        var day = LocalDate.of(year, 1, 1);
        var refused = new FieldProblem("due_date", Kind.OUT_OF_RANGE, 9_999);

        assertThat(problems(() -> due(day, null))).containsExactly(refused);
        assertThat(problems(() -> TaskEdit.nothing().dueDate(day))).containsExactly(refused);
        assertThat(problems(() -> due(LocalDate.of(9_999, 12, 31), null))).isEmpty();
    }

    @Test
    void what_cannot_be_stored_is_refused_wherever_it_is() {
        assertThat(problems(() ->
                        new CreateTask(TASK, null, "a\0", "b\0", Priority.LOW, null, null, List.of("c\0"), false)))
                .containsExactly(
                        new FieldProblem("title", Kind.UNSTORABLE, 0),
                        new FieldProblem("description", Kind.UNSTORABLE, 0),
                        new FieldProblem("tags", Kind.UNSTORABLE, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "medium", "high"})
    void a_priority_reads_back_from_its_text_and_its_rank(String text) {
        var priority = Priority.parse(text).orElseThrow();

        assertThat(priority.text()).isEqualTo(text);
        assertThat(Priority.ranked(priority.rank())).isEqualTo(priority);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LOW", "urgent", " low"})
    void another_text_is_no_priority(String text) {
        assertThat(Priority.parse(text)).isEmpty();
    }

    private static CreateTask described(String description) {
        return new CreateTask(TASK, null, "Water", description, Priority.LOW, null, null, List.of(), false);
    }

    private static CreateTask tagged(List<String> tags) {
        return new CreateTask(TASK, null, "Water", null, Priority.LOW, null, null, tags, false);
    }

    private static CreateTask due(LocalDate date, LocalTime time) {
        return new CreateTask(TASK, null, "Water", null, Priority.LOW, date, time, List.of(), false);
    }
}
