package io.taskledger.ui.past;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-04T12:00:00Z");
    private static final UserId ANN = UserId.next();

    private final Reader reader =
            new Reader(new Words(Locale.ENGLISH), ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC));
    private final ChangeWords words = new ChangeWords(new Calendar(reader), list -> "the list " + list);

    @Test
    void each_field_is_told_from_its_old_to_its_new_value() {
        assertThat(words.of(List.of(
                        new FieldChange("title", null, "Beds", "Roses"),
                        new FieldChange("description", null, "short", "a very long text"),
                        new FieldChange("priority", null, Priority.LOW, Priority.HIGH),
                        new FieldChange("due_date", null, null, LocalDate.of(2026, 11, 5)),
                        new FieldChange("due_time", null, LocalTime.of(9, 0), null),
                        new FieldChange("tags", null, List.of(), List.of("a", "b")),
                        new FieldChange("completed", null, false, true))))
                .containsExactly(
                        "title: Beds → Roses",
                        "description changed",
                        "priority: Low → High",
                        "due date: none → Thu, Nov 5",
                        "time: 9:00\u00a0AM → none",
                        "tags: none → a, b",
                        "completed");
    }

    @Test
    void whoever_moved_a_task_to_another_list_is_not_told_to_have_put_it_somewhere_in_there() {
        var place = new FieldChange("place", null, "A", "B");
        assertThat(words.of(List.of(place))).containsExactly("moved within the list");
        assertThat(words.of(List.of(new FieldChange("list_id", null, "one", "two"), place)))
                .containsExactly("list: the list one → the list two");
    }

    @Test
    void a_step_tells_who_did_what() {
        var says = new StepWords(reader, words, ANN);
        var renamed = List.of(new FieldChange("title", null, "Beds", "Roses"));
        assertThat(says.of(step(ANN, "anna", "task.edited", NOW, "a", renamed)))
                .isEqualTo("You changed “Roses”: title: Beds → Roses");
        assertThat(says.of(step(UserId.next(), "ben", "task.completed", NOW, "a", List.of())))
                .isEqualTo("ben completed “Roses”");
        assertThat(says.of(step(UserId.next(), null, "task.commented", NOW, "a", List.of())))
                .isEqualTo("Somebody commented on “Roses”");
        assertThat(says.of(step(null, null, "task.reminded", NOW, "a", List.of())))
                .isEqualTo("Taskledger reminded of “Roses”");
    }

    @Test
    void what_was_done_at_once_is_one_stop_but_what_was_imported_at_once_is_not() {
        var one = step(ANN, "anna", "task.completed", NOW, "a", List.of());
        var same = step(ANN, "anna", "task.moved", NOW.plusMillis(30), "a", List.of());
        var next = step(ANN, "anna", "task.moved", NOW.plusSeconds(9), "b", List.of());
        assertThat(Stop.of(List.of(one, same, next)))
                .containsExactly(new Stop(List.of(one, same)), new Stop(List.of(next)));
        var past = imported(NOW);
        var then = imported(NOW.plusSeconds(3));
        assertThat(Stop.of(List.of(past, imported(NOW), then))).hasSize(2);
    }

    private static TaskStep imported(Instant at) {
        var task = TaskId.next();
        return new TaskStep(
                task, "Roses", new Deed("task.created", 0, 1, at, null, "ruth", Via.IMPORT, "i"), NOW, List.of());
    }

    private static TaskStep step(
            UserId actor, String name, String event, Instant at, String action, List<FieldChange> changes) {
        return new TaskStep(
                TaskId.next(), "Roses", new Deed(event, 1, 1, at, actor, name, Via.BROWSER, action), NOW, changes);
    }
}
