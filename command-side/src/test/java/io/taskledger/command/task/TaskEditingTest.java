package io.taskledger.command.task;

import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.Changed;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;
import static io.taskledger.command.task.Tasks.MARCH_1;
import static io.taskledger.command.task.Tasks.MORNING;

class TaskEditingTest {

    private static final Rejection TIME_WITHOUT_DATE =
            new Rejection.Invalid(List.of(new FieldProblem("due_time", Kind.TIME_WITHOUT_DATE, 0)));

    private AggregateTestFixture<Task> fixture;

    @BeforeEach
    void anew() {
        fixture = Tasks.fixture();
    }

    @Test
    void an_edit_tells_each_changed_field_with_its_old_value() {
        edit(TaskEdit.nothing()
                        .title("Feed the ferns")
                        .description("Twice a week.")
                        .priority(Priority.LOW)
                        .dueDate(MARCH_1.plusDays(1))
                        .dueTime(MORNING.plusHours(1))
                        .tags(List.of("garden", "spring")))
                .expectEvents(new TaskEdited(
                        FERNS,
                        SubjectId.of(ANN),
                        new Changed<>("Water the ferns", "Feed the ferns"),
                        new Changed<>("Once a week.", "Twice a week."),
                        new Changed<>(Priority.HIGH, Priority.LOW),
                        new Changed<>(MARCH_1, MARCH_1.plusDays(1)),
                        new Changed<>(MORNING, MORNING.plusHours(1)),
                        new Changed<>(List.of("garden"), List.of("garden", "spring"))));
    }

    @Test
    void a_field_that_has_the_wanted_value_already_is_not_told() {
        edit(TaskEdit.nothing().title("Water the ferns").priority(Priority.LOW))
                .expectEvents(new TaskEdited(
                        FERNS,
                        SubjectId.of(ANN),
                        null,
                        null,
                        new Changed<>(Priority.HIGH, Priority.LOW),
                        null,
                        null,
                        null));
    }

    @Test
    void an_edit_that_changes_nothing_is_not_an_error_and_nothing_happens() {
        edit(TaskEdit.nothing()).expectSuccessfulHandlerExecution().expectNoEvents();
        anew();
        edit(TaskEdit.nothing()
                        .title(" Water the ferns ")
                        .description("Once a week.")
                        .priority(Priority.HIGH)
                        .dueDate(MARCH_1)
                        .dueTime(MORNING)
                        .tags(List.of("garden"))
                        .completed(false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_tags_in_another_order_are_a_change() {
        fixture.given(new TaskCreated(FERNS, ANN, null, "Water", null, Priority.LOW, null, null, List.of("a", "b")))
                .when(new EditTask(FERNS, TaskEdit.nothing().tags(List.of("b", "a"))), by(ANN))
                .expectEvents(new TaskEdited(
                        FERNS,
                        SubjectId.of(ANN),
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Changed<>(List.of("a", "b"), List.of("b", "a"))));
    }

    @Test
    void an_edit_builds_on_the_edits_before_it() {
        fixture.given(
                        Tasks.created(),
                        new TaskEdited(
                                FERNS,
                                SubjectId.of(ANN),
                                new Changed<>("Water the ferns", "Feed"),
                                null,
                                null,
                                null,
                                null,
                                null),
                        new TaskEdited(
                                FERNS,
                                SubjectId.of(ANN),
                                null,
                                new Changed<>("Once a week.", null),
                                null,
                                null,
                                null,
                                null))
                .when(new EditTask(FERNS, TaskEdit.nothing().title("Prune").description("Soon")), by(ANN))
                .expectEvents(new TaskEdited(
                        FERNS,
                        SubjectId.of(ANN),
                        new Changed<>("Feed", "Prune"),
                        new Changed<>(null, "Soon"),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void clearing_the_day_clears_the_time_with_it() {
        edit(TaskEdit.nothing().dueDate(null))
                .expectEvents(new TaskEdited(
                        FERNS,
                        SubjectId.of(ANN),
                        null,
                        null,
                        null,
                        new Changed<>(MARCH_1, null),
                        new Changed<>(MORNING, null),
                        null));
    }

    @Test
    void clearing_the_time_leaves_the_day() {
        edit(TaskEdit.nothing().dueTime(null))
                .expectEvents(new TaskEdited(
                        FERNS, SubjectId.of(ANN), null, null, null, null, new Changed<>(MORNING, null), null));
    }

    @Test
    void a_time_needs_a_day() {
        edit(TaskEdit.nothing().dueDate(null).dueTime(LocalTime.NOON))
                .expectException(because(TIME_WITHOUT_DATE))
                .expectNoEvents();
    }

    @Test
    void a_task_without_a_day_takes_no_time_alone_but_both() {
        var undated = new TaskCreated(FERNS, ANN, null, "Water", null, Priority.LOW, null, null, List.of());
        fixture.given(undated)
                .when(new EditTask(FERNS, TaskEdit.nothing().dueTime(MORNING)), by(ANN))
                .expectException(because(TIME_WITHOUT_DATE))
                .expectNoEvents();
        anew();
        fixture.given(undated)
                .when(new EditTask(FERNS, TaskEdit.nothing().dueDate(MARCH_1).dueTime(MORNING)), by(ANN))
                .expectEvents(new TaskEdited(
                        FERNS,
                        SubjectId.of(ANN),
                        null,
                        null,
                        null,
                        new Changed<>(null, MARCH_1),
                        new Changed<>(null, MORNING),
                        null));
    }

    @Test
    void a_task_can_be_edited_and_completed_at_once() {
        edit(TaskEdit.nothing().title("Done").completed(true))
                .expectEvents(
                        new TaskEdited(
                                FERNS,
                                SubjectId.of(ANN),
                                new Changed<>("Water the ferns", "Done"),
                                null,
                                null,
                                null,
                                null,
                                null),
                        Tasks.completed());
    }

    @Test
    void an_edit_can_only_complete_or_only_reopen() {
        edit(TaskEdit.nothing().completed(true)).expectEvents(Tasks.completed());
        anew();
        fixture.given(Tasks.created(), Tasks.completed())
                .when(new EditTask(FERNS, TaskEdit.nothing().completed(false)), by(ANN))
                .expectEvents(Tasks.reopened());
    }

    @Test
    void a_refused_edit_completes_nothing() {
        fixture.given(new TaskCreated(FERNS, ANN, null, "Water", null, Priority.LOW, null, null, List.of()))
                .when(new EditTask(FERNS, TaskEdit.nothing().dueTime(MORNING).completed(true)), by(ANN))
                .expectException(because(TIME_WITHOUT_DATE))
                .expectNoEvents();
    }

    @Test
    void a_task_that_is_new_and_bare_can_be_filled() {
        var bare = CreateTask.titled(FERNS, "Water");
        fixture.given(new TaskCreated(FERNS, ANN, null, bare.title(), null, bare.priority(), null, null, bare.tags()))
                .when(new EditTask(FERNS, TaskEdit.nothing().description("Soon")), by(ANN))
                .expectEvents(new TaskEdited(
                        FERNS, SubjectId.of(ANN), null, new Changed<>(null, "Soon"), null, null, null, null));
    }

    private ResultValidator<Task> edit(TaskEdit edit) {
        TestExecutor<Task> given = fixture.given(Tasks.created());
        return given.when(new EditTask(FERNS, edit), by(ANN));
    }
}
