package io.taskledger.rest.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.history.LedgerReplay;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.ReplayId;
import io.taskledger.messages.history.ReplayRun;
import io.taskledger.messages.projection.Difference;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplaysOverRestTest extends RestServer {

    private static final String BASE = "/api/v1/admin/replays";

    @Test
    void who_is_no_admin_is_refused() {
        projections.admin = false;

        assertThat(send("POST", BASE, "").status()).isEqualTo(403);
        assertThat(get(BASE + "/" + projections.replay.replayId()).status()).isEqualTo(403);
        assertThat(projections.replays).isEmpty();
    }

    @Test
    void a_replay_begins_and_can_be_followed() {
        var begun = send("POST", BASE, "");

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().path("state").asString()).isEqualTo("waiting");
        assertThat(begun.header("Location"))
                .isEqualTo(BASE + "/" + begun.json().path("id").asString());
        assertThat(projections.replays)
                .singleElement()
                .satisfies(asked -> assertThat(asked.upTo()).isNull());

        var going = get(BASE + "/" + projections.replay.replayId());
        assertThat(going.json().path("events_done").asInt()).isEqualTo(400);
        assertThat(going.json().path("report").isNull()).isTrue();
    }

    @Test
    void a_position_or_an_instant_ends_it() {
        send("POST", BASE + "?position=42", "");
        send("POST", BASE + "?recorded_at=2026-11-21", "");

        assertThat(projections.replays)
                .extracting(asked -> (Object) asked.upTo())
                .containsExactly(
                        new PastMoment.Position(42), new PastMoment.Recorded(Instant.parse("2026-11-21T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position=0",
                "position=-1",
                "position=1e3",
                "position=9999999999999999999",
                "recorded_at=soon",
                "position=1&recorded_at=2026-11-21"
            })
    void what_is_no_moment_is_refused(String query) {
        assertThat(send("POST", BASE + "?" + query, "").status()).isEqualTo(422);
        assertThat(projections.replays).isEmpty();
    }

    @Test
    void what_came_of_it_is_told_with_each_difference() {
        var id = projections.replay.replayId();
        var difference =
                new Difference(Difference.Kind.LIVE_DIFFERS, "task", "task-1", "priority", "43", "3", Optional.empty());
        projections.replay = new ReplayRun(
                id,
                ReplayRun.State.ENDED,
                9,
                9,
                Optional.of(new LedgerReplay(
                        5,
                        5,
                        2,
                        "00ff",
                        1,
                        List.of(new LedgerReplay.Fault(3, Optional.of("task-1"), "number 2 follows 0")),
                        List.of(new LedgerReplay.Replayed(
                                PretendProjections.TASKS,
                                5,
                                4,
                                1,
                                "ff00",
                                true,
                                0,
                                0,
                                1,
                                List.of(difference),
                                Optional.empty())))),
                Optional.empty());

        var report = get(BASE + "/" + id).json().path("report");

        assertThat(report.path("clean").asBoolean()).isFalse();
        assertThat(report.at("/faults/0/what").asString()).isEqualTo("number 2 follows 0");
        assertThat(report.at("/projections/0/differences/0/live").asString()).isEqualTo("43");
        assertThat(report.at("/projections/0/clean").asBoolean()).isFalse();
    }

    @Test
    void a_replay_that_is_not_there_is_not_found() {
        for (var id : List.of(
                "replay-1", "job-01KAJ5B6Q4M8T2V9X3Y7Z0A1CD", ReplayId.next().text())) {
            assertThat(get(BASE + "/" + id).status()).isEqualTo(404);
        }
    }
}
