package io.taskledger.query.task;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ReadTimeline;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projections;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineQueriesTest {

    private final TimelineQueries timelines = ReadSide.bean(TimelineQueries.class);
    private final Actor ann = People.somebody();
    private final TaskId ferns = TaskId.next();

    @Test
    void a_timeline_tells_everything_in_order() {
        var before = Instant.now();
        var positions = List.of(
                People.send(ann, CreateTask.titled(ferns, "Water")),
                People.send(ann, new EditTask(ferns, TaskEdit.nothing().title("Feed"))),
                People.send(ann, new CompleteTask(ferns)),
                People.send(ann, new ReopenTask(ferns)));
        var entries = timeline(positions.getLast());

        assertThat(entries).extracting(TimelineEntry::version).containsExactly(0L, 1L, 2L, 3L);
        assertThat(entries).extracting(TimelineEntry::position).isEqualTo(positions);
        assertThat(entries.subList(1, 4))
                .extracting(TimelineEntry::event)
                .containsExactly(
                        new TaskEdited(
                                ferns,
                                SubjectId.of(ann.userId()),
                                new Changed<>("Water", "Feed"),
                                null,
                                null,
                                null,
                                null,
                                null),
                        new TaskCompleted(ferns),
                        new TaskReopened(ferns));
        assertThat(entries).extracting(TimelineEntry::eventId).doesNotHaveDuplicates();
        assertThat(entries).extracting(TimelineEntry::happenedAt).isSorted();
        assertThat(entries).extracting(TimelineEntry::recordedAt).isSorted();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.recordedAt())
                        .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1)));
    }

    @Test
    void an_entry_tells_who_and_through_what() {
        var entry =
                timeline(People.send(ann, CreateTask.titled(ferns, "Water"))).getFirst();

        assertThat(entry.actorId()).isEqualTo(ann.userId().text());
        assertThat(entry.via()).isEqualTo(Via.REST);
        // No account of that id is registered in this test.
        assertThat(entry.actorName()).isNull();
    }

    @Test
    void one_action_can_have_several_entries() {
        People.send(ann, CreateTask.titled(ferns, "Water"));
        var entries = timeline(People.send(
                ann, new EditTask(ferns, TaskEdit.nothing().title("Feed").completed(true))));

        assertThat(entries)
                .extracting(TimelineEntry::event)
                .<Class<?>>extracting(TaskEvent::getClass)
                .hasSize(3);
        assertThat(entries.getLast().event()).isEqualTo(new TaskCompleted(ferns));
    }

    @Test
    void a_deleted_task_tells_nothing() {
        People.send(ann, CreateTask.titled(ferns, "Water"));

        assertThat(timeline(People.send(ann, new DeleteTask(ferns)))).isEmpty();
    }

    private List<TimelineEntry> timeline(long position) {
        Projections.await(position);
        return timelines.handle(new ReadTimeline(ferns), ann);
    }
}
