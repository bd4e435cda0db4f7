package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.task.Delivery.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TaskProjectionTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00.123456Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    private final Actor ann = People.somebody();
    private final TaskId ferns = TaskId.next();
    private final Delivery delivery = new Delivery();
    private final Event created = Event.of(
            new TaskCreated(
                    ferns,
                    ann.userId(),
                    null,
                    "Water the ferns 🌱",
                    "Once a week.",
                    Priority.HIGH,
                    LocalDate.of(2026, 3, 1),
                    LocalTime.of(9, 30),
                    List.of("b", "a", "a", "")),
            0,
            MONDAY);

    static Stream<TaskEvent> changes() {
        var other = TaskId.next();
        return Stream.of(
                new TaskEdited(
                        other, SubjectId.of(UserId.next()), new Changed<>("a", "b"), null, null, null, null, null),
                new TaskCompleted(other),
                new TaskReopened(other));
    }

    @Test
    void a_created_task_has_a_row() {
        delivery.deliver(created);

        assertThat(row())
                .isEqualTo(new TaskDetails(
                        ferns,
                        ann.userId(),
                        "Water the ferns 🌱",
                        "Once a week.",
                        Priority.HIGH,
                        LocalDate.of(2026, 3, 1),
                        LocalTime.of(9, 30),
                        List.of("b", "a", "a", ""),
                        null,
                        MONDAY,
                        MONDAY,
                        0));
    }

    @Test
    void a_bare_task_has_a_row() {
        delivery.deliver(Event.of(
                new TaskCreated(ferns, ann.userId(), null, "Water", null, Priority.LOW, null, null, List.of()),
                0,
                MONDAY));

        assertThat(row())
                .isEqualTo(new TaskDetails(
                        ferns,
                        ann.userId(),
                        "Water",
                        null,
                        Priority.LOW,
                        null,
                        null,
                        List.of(),
                        null,
                        MONDAY,
                        MONDAY,
                        0));
    }

    @Test
    void an_edit_changes_what_it_tells_and_nothing_else() {
        delivery.deliver(created);
        delivery.deliver(Event.of(
                new TaskEdited(
                        ferns,
                        SubjectId.of(ann.userId()),
                        new Changed<>("Water the ferns 🌱", "Feed"),
                        null,
                        null,
                        null,
                        null,
                        null),
                1,
                TUESDAY));

        assertThat(row())
                .isEqualTo(new TaskDetails(
                        ferns,
                        ann.userId(),
                        "Feed",
                        "Once a week.",
                        Priority.HIGH,
                        LocalDate.of(2026, 3, 1),
                        LocalTime.of(9, 30),
                        List.of("b", "a", "a", ""),
                        null,
                        MONDAY,
                        TUESDAY,
                        1));
    }

    @Test
    void an_edit_can_empty_fields() {
        delivery.deliver(created);
        delivery.deliver(Event.of(
                new TaskEdited(
                        ferns,
                        SubjectId.of(ann.userId()),
                        null,
                        new Changed<>("Once a week.", null),
                        new Changed<>(Priority.HIGH, Priority.LOW),
                        new Changed<>(LocalDate.of(2026, 3, 1), null),
                        new Changed<>(LocalTime.of(9, 30), null),
                        new Changed<>(List.of("b", "a", "a", ""), List.of())),
                1,
                TUESDAY));

        assertThat(row())
                .isEqualTo(new TaskDetails(
                        ferns,
                        ann.userId(),
                        "Water the ferns 🌱",
                        null,
                        Priority.LOW,
                        null,
                        null,
                        List.of(),
                        null,
                        MONDAY,
                        TUESDAY,
                        1));
    }

    @Test
    void a_task_is_completed_when_its_event_says() {
        delivery.deliver(created, Event.of(new TaskCompleted(ferns), 1, TUESDAY));
        assertThat(row().completedAt()).isEqualTo(TUESDAY);

        delivery.deliver(Event.of(new TaskReopened(ferns), 2, WEDNESDAY));
        assertThat(row().completedAt()).isNull();
        assertThat(row().updatedAt()).isEqualTo(WEDNESDAY);
        assertThat(row().version()).isEqualTo(2);
    }

    @Test
    void a_deleted_task_has_no_row() {
        delivery.deliver(created);
        delivery.deliver(Event.of(new TaskDeleted(ferns), 1, TUESDAY));

        assertThat(found()).isEmpty();
    }

    @Test
    void what_is_delivered_twice_changes_nothing() {
        var completed = Event.of(new TaskCompleted(ferns), 1, TUESDAY);
        var reopened = Event.of(new TaskReopened(ferns), 2, WEDNESDAY);
        delivery.deliverTwice(created);
        delivery.deliverTwice(completed);
        delivery.deliverTwice(reopened);
        var once = row();

        delivery.deliver(created, completed);

        assertThat(row()).isEqualTo(once);
        assertThat(once.version()).isEqualTo(2);
        assertThat(once.completed()).isFalse();

        delivery.deliverTwice(Event.of(new TaskDeleted(ferns), 3, WEDNESDAY));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_whole_batch_delivered_again_ends_the_same() {
        var batch = new Event[] {
            created,
            Event.of(new TaskCompleted(ferns), 1, TUESDAY),
            Event.of(
                    new TaskEdited(
                            ferns,
                            SubjectId.of(ann.userId()),
                            new Changed<>("Water the ferns 🌱", "Feed"),
                            null,
                            null,
                            null,
                            null,
                            null),
                    2,
                    WEDNESDAY)
        };
        delivery.deliver(batch);
        var once = row();
        delivery.deliver(batch);

        assertThat(row()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_missing_row_is_an_error_and_not_silence(TaskEvent event) {
        assertThatExceptionOfType(TaskProjection.MissingRow.class)
                .isThrownBy(() -> delivery.deliver(Event.of(event, 1, MONDAY)))
                .withMessageContaining(event.taskId().text());
    }

    private TaskDetails row() {
        return found().orElseThrow();
    }

    private Optional<TaskDetails> found() {
        return ReadSide.bean(TaskQueries.class).handle(new FindTask(ferns), ann);
    }
}
