package io.taskledger.rest.history;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.PretendPast;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StepsOverRestTest extends RestServer {

    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    private static final String OF_TASK = "/api/v1/tasks/" + TASK + "/replay";
    private static final String OF_LIST = "/api/v1/history/replay";

    @BeforeEach
    void three_steps() {
        past.steps = LongStream.range(0, 3).mapToObj(StepsOverRestTest::step).toList();
    }

    private static TaskStep step(long version) {
        return new TaskStep(
                TASK,
                "Water",
                PretendPast.deed(version),
                PretendHouse.NOW,
                List.of(new FieldChange("priority", null, "low", "high")));
    }

    @Test
    void steps_come_in_pages() {
        var first = get(OF_TASK + "?limit=2");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Taskledger-As-Of-Position")).isEqualTo("42");
        assertThat(first.json().path("steps").size()).isEqualTo(2);
        assertThat(first.json().at("/steps/0/changes/0").toString())
                .isEqualTo("{\"field\":\"priority\",\"part\":null,\"from\":\"low\",\"to\":\"high\"}");
        assertThat(first.json().at("/steps/0/deed/event").asString()).isEqualTo("task.edited");
        assertThat(first.json().path("next").asLong()).isEqualTo(41);

        var last = get(OF_TASK + "?limit=2&after=41");
        assertThat(last.json().path("steps").size()).isEqualTo(1);
        assertThat(last.json().path("next").isNull()).isTrue();
    }

    @Test
    void what_is_replayed_and_from_when_to_when_is_asked_for() {
        get(OF_LIST);
        get(OF_LIST + "?workspace_id=ws-01KAJ4Y2V0QF3D9A7M5ZC8W6XE&from=2026-11-20&to=2026-11-21T07:00:00Z&limit=7");

        assertThat(past.queries)
                .contains(
                        new ReplayTasks(new StepsOf.OwnTasks(), null, null, null, 100),
                        new ReplayTasks(
                                new StepsOf.Workspace(new WorkspaceId("ws-01KAJ4Y2V0QF3D9A7M5ZC8W6XE")),
                                Instant.parse("2026-11-20T00:00:00Z"),
                                Instant.parse("2026-11-21T07:00:00Z"),
                                null,
                                7));
    }

    @Test
    void as_events_they_come_one_by_one_to_the_end() {
        var told = get(OF_TASK + "?limit=2&speed=1000", "Accept", "text/event-stream");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Content-Type")).startsWith("text/event-stream");
        var events = told.response().body().split("\n\n");
        assertThat(events).hasSize(4);
        assertThat(events[0]).startsWith("event: step\nid: 40\ndata: {\"task_id\":\"" + TASK + "\"");
        assertThat(events[2]).contains("id: 42\n");
        assertThat(events[3]).isEqualTo("event: end\ndata: {\"steps\":3}");
    }

    @Test
    void a_player_that_lost_the_connection_carries_on() {
        var told = get(OF_LIST, "Accept", "text/event-stream", "Last-Event-ID", "41");

        assertThat(told.response().body()).startsWith("event: step\nid: 42\n").endsWith("data: {\"steps\":1}\n\n");
    }

    @Test
    void of_what_is_not_there_nothing_is_told() {
        past.steps = List.of();

        assertThat(get(OF_TASK).status()).isEqualTo(404);
        assertThat(get("/api/v1/tasks/7/replay").status()).isEqualTo(404);
        for (var query : List.of("", "?list_id=nothing", "?workspace_id=nothing")) {
            assertThat(get(OF_LIST + query).json().toString()).isEqualTo("{\"steps\":[],\"next\":null}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=soon", "to=soon", "limit=0", "limit=501", "speed=0", "speed=fast", "after=0", "after=first"
            })
    void what_makes_no_sense_is_refused(String query) {
        assertThat(get(OF_TASK + "?" + query).status()).isEqualTo(422);
        assertThat(get(OF_LIST + "?" + query).status()).isEqualTo(422);
        assertThat(get(OF_LIST + "?list_id=a&workspace_id=b").status()).isEqualTo(422);
        assertThat(past.queries).noneMatch(ReplayTasks.class::isInstance);
    }
}
