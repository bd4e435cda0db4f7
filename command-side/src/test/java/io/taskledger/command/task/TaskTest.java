package io.taskledger.command.task;

import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskRejection.NotFound;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;

class TaskTest {

    private AggregateTestFixture<Task> fixture;

    @BeforeEach
    void anew() {
        fixture = Tasks.fixture();
    }

    /** All that can be asked of a task that exists. */
    static Stream<TaskCommand> changes() {
        return Stream.of(
                new EditTask(FERNS, TaskEdit.nothing().title("Feed the ferns")),
                new EditTask(FERNS, TaskEdit.nothing()),
                new CompleteTask(FERNS),
                new ReopenTask(FERNS),
                new DeleteTask(FERNS));
    }

    @Test
    void a_task_belongs_to_who_creates_it() {
        fixture.givenNoPriorActivity().when(Tasks.create(), by(ANN)).expectEvents(Tasks.created());
    }

    @Test
    void a_task_may_be_done_from_the_start() {
        fixture.givenNoPriorActivity()
                .when(Tasks.create(true), by(ANN))
                .expectEvents(Tasks.created(), Tasks.completed());
    }

    @Test
    void a_title_is_enough() {
        var command = CreateTask.titled(FERNS, "Water");

        fixture.givenNoPriorActivity()
                .when(command, by(ANN))
                .expectEvents(
                        new TaskCreated(FERNS, ANN, null, "Water", null, command.priority(), null, null, List.of()));
    }

    @Test
    void its_owner_completes_a_task() {
        fixture.given(Tasks.created()).when(new CompleteTask(FERNS), by(ANN)).expectEvents(Tasks.completed());
    }

    @Test
    void completing_a_completed_task_is_not_an_error_and_nothing_happens() {
        fixture.given(Tasks.created(), Tasks.completed())
                .when(new CompleteTask(FERNS), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void its_owner_reopens_a_task() {
        fixture.given(Tasks.created(), Tasks.completed())
                .when(new ReopenTask(FERNS), by(ANN))
                .expectEvents(Tasks.reopened());
    }

    @Test
    void reopening_an_open_task_is_not_an_error_and_nothing_happens() {
        fixture.given(Tasks.created(), Tasks.completed(), Tasks.reopened())
                .when(new ReopenTask(FERNS), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_reopened_task_can_be_completed_again() {
        fixture.given(Tasks.created(), Tasks.completed(), Tasks.reopened())
                .when(new CompleteTask(FERNS), by(ANN))
                .expectEvents(Tasks.completed());
    }

    @Test
    void its_owner_deletes_a_task() {
        fixture.given(Tasks.created()).when(new DeleteTask(FERNS), by(ANN)).expectEvents(Tasks.deleted());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void to_others_a_task_does_not_exist(TaskCommand command) {
        fixture.given(Tasks.created())
                .when(command, by(BOB))
                .expectException(because(new NotFound(FERNS)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_deleted_task_does_not_exist_even_for_its_owner(TaskCommand command) {
        fixture.given(Tasks.created(), Tasks.deleted())
                .when(command, by(ANN))
                .expectException(because(new NotFound(FERNS)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nobody_in_particular_may_do_anything(TaskCommand command) {
        fixture.given(Tasks.created())
                .when(command)
                .expectException(NoHandlerForCommandException.class)
                .expectNoEvents();
    }

    @Test
    void nobody_in_particular_creates_no_task() {
        fixture.givenNoPriorActivity()
                .when(Tasks.create())
                .expectException(IllegalArgumentException.class)
                .expectNoEvents();
    }
}
