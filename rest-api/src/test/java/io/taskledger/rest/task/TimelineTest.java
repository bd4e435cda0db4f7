package io.taskledger.rest.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest extends RestServer {

    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_tasks_events_are_told_as_the_contracts_activities() {
        happened(new TaskCreated(
                TASK, PretendHouse.ANN, null, "Water", null, Priority.HIGH, MONDAY, LocalTime.NOON, List.of("home")));
        happened(new TaskEdited(
                TASK,
                SubjectId.of(PretendHouse.ANN),
                new Changed<>("Water", "Water all"),
                new Changed<>(null, "the plants"),
                null,
                new Changed<>(MONDAY, null),
                new Changed<>(LocalTime.NOON, null),
                null));
        happened(new TaskCompleted(TASK));
        happened(new TaskReopened(TASK));

        var told = get("/api/v1/activity/tasks/" + TASK);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().size()).isEqualTo(4);
        assertThat(told.json().get(0).toString()).isEqualTo("""
                {"id":"event-0","user_id":"%s","action":"created","resource_type":"task","resource_id":"%s",\
                "details":{"title":"Water","priority":"high","completed":false,"tags":["home"],\
                "due_date":"2026-11-23"},"created_at":"2026-11-21T07:25:23.606479Z","username":"ann"}""".formatted(PretendHouse.ANN, TASK));
        assertThat(told.json().at("/1/details").toString()).isEqualTo("""
                {"task_title":"Water all","changed_fields":["title","description","due_date","due_time"],\
                "old_values":{"title":"Water","description":null,"due_date":"2026-11-23","due_time":"12:00:00"},\
                "new_values":{"title":"Water all","description":"the plants","due_date":null,"due_time":null}}""");
        assertThat(told.json().at("/2/action").asString()).isEqualTo("updated");
        assertThat(told.json().at("/2/details").toString()).isEqualTo("""
                {"task_title":"Water all","changed_fields":["completed"],"old_values":{"completed":false},\
                "new_values":{"completed":true}}""");
        assertThat(told.json().at("/3/details/new_values/completed").booleanValue())
                .isFalse();
    }

    @Test
    void a_deletion_tells_the_values_that_went_with_it() {
        happened(new TaskCreated(TASK, PretendHouse.ANN, null, "Water", null, Priority.HIGH, MONDAY, null, List.of()));
        happened(new TaskEdited(
                TASK,
                SubjectId.of(PretendHouse.ANN),
                null,
                null,
                new Changed<>(Priority.HIGH, Priority.LOW),
                null,
                null,
                new Changed<>(List.of(), List.of("x"))));
        happened(new TaskCompleted(TASK));
        happened(new TaskDeleted(TASK));

        var deletion = Timeline.tell(house.timeline).getLast();

        assertThat(deletion.action()).isEqualTo("deleted");
        assertThat(deletion.details())
                .containsEntry("title", "Water")
                .containsEntry("priority", Priority.LOW)
                .containsEntry("completed", true)
                .containsEntry("tags", List.of("x"))
                .containsEntry("due_date", MONDAY)
                .hasSize(5);
    }

    @Test
    void there_is_no_timeline_of_what_is_deleted_or_was_never_there() {
        assertThat(get("/api/v1/activity/tasks/" + TASK).status()).isEqualTo(404);

        happened(new TaskCreated(TASK, PretendHouse.ANN, null, "Water", null, Priority.HIGH, null, null, List.of()));
        happened(new TaskDeleted(TASK));

        assertThat(get("/api/v1/activity/tasks/" + TASK).status()).isEqualTo(404);
    }

    private void happened(TaskEvent event) {
        var version = house.timeline.size();
        house.timeline.add(new TimelineEntry(
                "event-" + version,
                version,
                100L + version,
                PretendHouse.NOW,
                PretendHouse.NOW,
                PretendHouse.ANN.text(),
                "ann",
                Via.REST,
                event));
    }
}
