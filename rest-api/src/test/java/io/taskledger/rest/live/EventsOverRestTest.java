package io.taskledger.rest.live;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.taskledger.messages.notification.InboxTouched;
import io.taskledger.messages.notification.NotificationQuery.WatchInbox;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.WatchWorkspaces;
import io.taskledger.messages.workspace.WorkspaceTouched;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ledger stands at 42. */
class EventsOverRestTest extends RestServer {

    private static final String EVENTS = "/api/v1/events";
    private static final TaskId TASK = TaskId.next();
    private static final WorkspaceId TEAM = WorkspaceId.next();

    private Answer stream(String parameters, String... headers) {
        var all = Stream.concat(Stream.of("Accept", "text/event-stream"), Stream.of(headers));
        return get(EVENTS + parameters, all.toArray(String[]::new));
    }

    @Test
    void what_changes_while_one_listens_is_told_by_name() {
        var hearing = CompletableFuture.supplyAsync(() -> stream("?max_events=3&timeout_seconds=30"));
        var news = queryBus.queryUpdateEmitter();
        await().until(() -> news.activeSubscriptions().size() == 3);
        news.emit(WatchTasks.class, _ -> true, new TaskTouched(TASK, 43));
        news.emit(WatchWorkspaces.class, _ -> true, new WorkspaceTouched(TEAM, 44));
        news.emit(WatchInbox.class, _ -> true, new InboxTouched(45));

        var heard = hearing.join();
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
        assertThat(heard.header("Cache-Control")).isEqualTo("no-store");
        assertThat(heard.text()).isEqualTo("""
                retry: 3000
                id: 42

                event: task
                id: 43
                data: {"type":"task","id":"%s","position":43}

                event: workspace
                id: 44
                data: {"type":"workspace","id":"%s","position":44}

                event: notifications
                id: 45
                data: {"type":"notifications","id":null,"position":45}

                """.formatted(TASK, TEAM));
        await().until(() -> news.activeSubscriptions().isEmpty());
    }

    @Test
    void who_was_away_is_told_to_ask_for_everything() {
        assertThat(stream("?max_events=1&after=41").text()).contains("event: reset\nid: 42\n");
        assertThat(stream("?max_events=1", "Last-Event-ID", "42").text()).contains("event: reset\nid: 42\n");
    }

    @Test
    void who_knows_how_things_stand_is_not() {
        assertThat(stream("?timeout_seconds=1&after=42").text()).isEqualTo("retry: 3000\nid: 42\n\n");
    }

    @Test
    void a_stream_that_is_over_leaves_room_for_another() {
        for (var one = 0; one < 2 * OpenStreams.MOST_OF_ONE_PERSON; one++) {
            assertThat(stream("?max_events=1&after=1").status()).isEqualTo(200);
        }
    }

    @Test
    void without_a_stream_one_sees_at_once_whether_anything_happened() {
        assertThat(get(EVENTS).text()).isEqualTo("{\"events\":[],\"position\":42}");
        assertThat(get(EVENTS + "?after=42").text()).isEqualTo("{\"events\":[],\"position\":42}");
        assertThat(get(EVENTS + "?after=41", "Accept", "*/*").text())
                .isEqualTo("{\"events\":[{\"type\":\"reset\",\"id\":null,\"position\":42}],\"position\":42}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=x", "max_events=0", "timeout_seconds=0", "timeout_seconds=3601"})
    void what_cannot_be_meant_is_refused(String parameter) {
        var refused = stream("?" + parameter);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/loc/1").asString())
                .isEqualTo(parameter.split("=", 2)[0]);
    }

    @Test
    void a_stranger_hears_nothing() {
        assertThat(stranger("GET", EVENTS, "", "Accept", "text/event-stream").status())
                .isEqualTo(401);
    }
}
