package io.taskledger.command.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import io.taskledger.command.People;
import io.taskledger.command.account.Names;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** One task of Ann's in the states that tests begin with. */
final class Tasks {

    static final TaskId FERNS = new TaskId("task-01JZ00000000000000000000F1");
    static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    static final LocalTime MORNING = LocalTime.of(9, 30);

    private Tasks() {}

    /** Where there is no workspace but everybody's own. */
    static AggregateTestFixture<Task> fixture() {
        var fixture = fixture(_ -> Optional.empty());
        fixture.registerInjectableResource(Names.nobodys());
        return fixture;
    }

    static AggregateTestFixture<Task> fixture(Workspaces workspaces) {
        var fixture = new AggregateTestFixture<>(Task.class);
        fixture.registerInjectableResource(workspaces);
        return fixture;
    }

    static CreateTask create() {
        return create(false);
    }

    static CreateTask create(boolean completed) {
        return new CreateTask(
                FERNS,
                null,
                "Water the ferns",
                "Once a week.",
                Priority.HIGH,
                MARCH_1,
                MORNING,
                List.of("garden"),
                completed);
    }

    static TaskCreated created() {
        return new TaskCreated(
                FERNS,
                People.ANN,
                null,
                "Water the ferns",
                "Once a week.",
                Priority.HIGH,
                MARCH_1,
                MORNING,
                List.of("garden"));
    }

    static TaskCompleted completed() {
        return new TaskCompleted(FERNS);
    }

    static TaskReopened reopened() {
        return new TaskReopened(FERNS);
    }

    static TaskDeleted deleted() {
        return new TaskDeleted(FERNS);
    }
}
