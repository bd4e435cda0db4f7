package io.taskledger.rest.activity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.messages.Via;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadTaskActivity;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityOverRestTest extends RestServer {

    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");

    @Test
    void an_activity_is_spelled_as_the_contract_has_it() {
        house.activities.add(retitled());

        var told = get("/api/v1/activity");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().get(0).toString()).isEqualTo("""
                {"id":"event-1","user_id":"%s","action":"updated","resource_type":"task","resource_id":"%s",\
                "details":{"task_title":null},"created_at":"2026-11-21T07:25:23.606479Z","username":"ann",\
                "recorded_at":"2026-11-21T07:25:24.000000Z","via":"command_line"}""".formatted(PretendHouse.ANN, TASK));
        assertThat(house.queries).containsExactly(new ReadActivity(ActivityFilter.ALL, 50, 0));
    }

    @Test
    void a_timeline_is_spelled_the_same() {
        house.activities.add(retitled());

        assertThat(get("/api/v1/activity/tasks/" + TASK).json())
                .isEqualTo(get("/api/v1/activity").json());
        assertThat(house.queries).startsWith(new ReadTaskActivity(TASK));
    }

    @Test
    void there_is_no_timeline_of_what_is_deleted_or_was_never_there() {
        assertThat(get("/api/v1/activity/tasks/" + TASK).status()).isEqualTo(404);
        assertThat(get("/api/v1/activity/tasks/7").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21,                       2026-11-21T00:00:00Z,        2026-11-21T23:59:59.999999Z",
        "2026-11-21T08:00:00Z,             2026-11-21T08:00:00Z,        2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00.123456Z,      2026-11-21T08:00:00.123456Z, 2026-11-21T08:00:00.123456Z",
        "2026-11-21T08:00:00,              2026-11-21T08:00:00Z,        2026-11-21T08:00:00Z",
        "2026-11-21T10:00:00%2B02:00,      2026-11-21T08:00:00Z,        2026-11-21T08:00:00Z",
        "2026-11-21T10:00:00+02:00,        2026-11-21T08:00:00Z,        2026-11-21T08:00:00Z",
        "2026-11-21T08:00,                 2026-11-21T08:00:00Z,        2026-11-21T08:00:00Z"
    })
    void both_ends_of_a_time_are_included(String sent, Instant from, Instant to) {
        var told = get(
                "/api/v1/activity?resource_type=task&action=updated&person=ann&limit=21&offset=42&start_date=%s&end_date=%s"
                        .formatted(sent, sent));

        assertThat(told.status()).isEqualTo(200);
        assertThat(house.queries)
                .containsExactly(new ReadActivity(new ActivityFilter("task", "updated", "ann", from, to), 21, 42));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "offset=-1",
                "limit=x",
                "start_date=yesterday",
                "end_date=2026-13-01",
                "start_date=2026-11-21T25:00:00Z",
                "start_date=%2B999999999-12-31T00:00:00Z",
                "start_date=",
                "action=%00"
            })
    void what_makes_no_sense_is_refused(String query) {
        assertThat(get("/api/v1/activity?" + query).status()).isEqualTo(422);
        assertThat(house.queries).isEmpty();
    }

    @Test
    void what_one_did_is_counted() {
        assertThat(get("/api/v1/activity/stats").text()).isEqualToIgnoringWhitespace("""
                {"total_activities":2,"by_action":{"created":2},"by_resource":%s}""".formatted(
                        get("/api/v1/activity/stats").json().path("by_resource")));
        assertThat(get("/api/v1/activity/stats")
                        .json()
                        .at("/by_resource/comment")
                        .intValue())
                .isEqualTo(1);
    }

    private static Activity retitled() {
        var details = new HashMap<String, Object>(Map.of());
        details.put("task_title", null);
        return new Activity(
                "event-1",
                7,
                PretendHouse.ANN,
                "ann",
                Via.COMMAND_LINE,
                "updated",
                "task",
                TASK.text(),
                TASK,
                details,
                PretendHouse.NOW,
                Instant.parse("2026-11-21T07:25:24Z"));
    }
}
