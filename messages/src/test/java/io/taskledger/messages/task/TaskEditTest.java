package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.SetTo;
import org.junit.jupiter.api.Test;

import static io.taskledger.messages.Refusals.problems;
import static org.assertj.core.api.Assertions.assertThat;

class TaskEditTest {

    @Test
    void nothing_touches_nothing() {
        assertThat(TaskEdit.nothing().touchesNothing()).isTrue();
    }

    @Test
    void clearing_a_field_touches_it() {
        assertThat(TaskEdit.nothing().description(null).touchesNothing()).isFalse();
        assertThat(TaskEdit.nothing().dueDate(null).touchesNothing()).isFalse();
        assertThat(TaskEdit.nothing().dueTime(null).touchesNothing()).isFalse();
        assertThat(TaskEdit.nothing().completed(false).touchesNothing()).isFalse();
    }

    @Test
    void edits_of_several_fields_add_up() {
        var edit = TaskEdit.nothing()
                .title(" Feed the ferns ")
                .description("Twice")
                .priority(Priority.HIGH)
                .dueDate(LocalDate.of(2026, 3, 1))
                .dueTime(LocalTime.NOON)
                .tags(List.of("garden"))
                .completed(true);

        assertThat(edit)
                .isEqualTo(new TaskEdit(
                        new SetTo<>("Feed the ferns"),
                        new SetTo<>("Twice"),
                        new SetTo<>(Priority.HIGH),
                        new SetTo<>(LocalDate.of(2026, 3, 1)),
                        new SetTo<>(LocalTime.NOON),
                        new SetTo<>(List.of("garden")),
                        new SetTo<>(true)));
    }

    @Test
    void the_last_value_for_a_field_counts() {
        assertThat(TaskEdit.nothing().title("a").title("b"))
                .isEqualTo(TaskEdit.nothing().title("b"));
    }

    @Test
    void every_broken_rule_is_told() {
        assertThat(problems(() -> TaskEdit.nothing().title("  ")))
                .containsExactly(new FieldProblem("title", Kind.MISSING, 1));
        assertThat(problems(() -> TaskEdit.nothing().title("x".repeat(201))))
                .containsExactly(new FieldProblem("title", Kind.TOO_LONG, 200));
        assertThat(problems(() -> TaskEdit.nothing().description("x".repeat(10_001))))
                .containsExactly(new FieldProblem("description", Kind.TOO_LONG, 10_000));
        assertThat(problems(() -> TaskEdit.nothing().tags(Collections.nCopies(101, "x"))))
                .containsExactly(new FieldProblem("tags", Kind.TOO_MANY, 100));
        assertThat(problems(() -> new TaskEdit(
                        new SetTo<>(""), new SetTo<>("\0"), null, null, null, new SetTo<>(List.of("\0")), null)))
                .extracting(FieldProblem::kind)
                .containsExactly(Kind.MISSING, Kind.UNSTORABLE, Kind.UNSTORABLE);
    }

    @Test
    void tags_cannot_be_changed_afterwards() {
        var tags = new ArrayList<>(List.of("a"));
        var edit = TaskEdit.nothing().tags(tags);
        tags.add("b");

        assertThat(edit.tags()).isEqualTo(new SetTo<>(List.of("a")));
    }
}
