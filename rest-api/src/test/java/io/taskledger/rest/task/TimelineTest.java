package io.taskledger.rest.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskShared;
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

    @Test
    void what_was_done_at_once_is_one_activity() {
        var made = ActionId.next().text();
        happened(
                made,
                null,
                new TaskCreated(TASK, PretendHouse.ANN, null, "Water", null, Priority.HIGH, null, null, List.of()));
        happened(made, null, new TaskCompleted(TASK));
        var edit = ActionId.next().text();
        happened(
                edit,
                null,
                new TaskEdited(
                        TASK,
                        SubjectId.of(PretendHouse.ANN),
                        new Changed<>("Water", "Feed"),
                        null,
                        null,
                        null,
                        null,
                        null));
        happened(edit, null, new TaskReopened(TASK));
        happened(ActionId.next().text(), null, new TaskCompleted(TASK));

        var told = Timeline.tell(house.timeline);

        assertThat(told).extracting(TimelineAnswer::action).containsExactly("created", "updated", "updated");
        assertThat(told.get(0).details()).containsEntry("completed", true).containsEntry("title", "Water");
        assertThat(told.get(1).details())
                .containsEntry("task_title", "Feed")
                .containsEntry("changed_fields", List.of("title", "completed"))
                .containsEntry("old_values", Map.of("title", "Water", "completed", true))
                .containsEntry("new_values", Map.of("title", "Feed", "completed", false));
        assertThat(told.get(2).details()).containsEntry("changed_fields", List.of("completed"));
    }

    @Test
    void whom_it_is_shared_with_is_told_by_name() {
        happened(new TaskCreated(TASK, PretendHouse.ANN, null, "Water", null, Priority.HIGH, null, null, List.of()));
        var bob = UserId.next();
        happened(null, "bob", new TaskShared(TASK, bob, Permission.VIEW));
        happened(null, "bob", new ShareRevoked(TASK, bob));

        var told = Timeline.tell(house.timeline);

        assertThat(told.get(1).details()).containsEntry("shared_with_username", "bob");
        assertThat(told.get(2).details()).containsEntry("unshared_username", "bob");
    }

    private void happened(TaskEvent event) {
        happened(null, null, event);
    }

    private void happened(String actionId, String otherName, TaskEvent event) {
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
                actionId,
                otherName,
                event));
    }
}
