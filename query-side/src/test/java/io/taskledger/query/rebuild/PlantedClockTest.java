package io.taskledger.query.rebuild;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.Difference.Kind;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.People;
import io.taskledger.query.task.PlantedClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlantedClockTest {

    @Test
    void a_handler_that_looks_at_the_clock_is_reported_as_such_with_its_event() {
        try (var site = Site.fresh(PlantedClock.class)) {
            var ann = People.somebody();
            var done = TaskId.next();
            site.send(ann, CreateTask.titled(TaskId.next(), "Open"));
            site.send(ann, CreateTask.titled(done, "Done"));
            var position = site.send(ann, new CompleteTask(done));
            site.settle();
            var report = site.rebuild(Afterwards.SWAP);

            assertThat(report.state()).isEqualTo(State.HELD);
            assertThat(report.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.kind()).isEqualTo(Kind.NOT_DETERMINISTIC);
                assertThat(difference.key()).isEqualTo(done.text());
                assertThat(difference.field()).isEqualTo("completed_at");
                assertThat(difference.cause()).get().satisfies(cause -> {
                    assertThat(cause.type()).isEqualTo("task.completed");
                    assertThat(cause.position()).isEqualTo(position);
                });
            });
        }
    }
}
