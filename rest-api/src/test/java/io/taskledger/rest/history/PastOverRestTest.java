package io.taskledger.rest.history;

import java.time.Instant;
import java.time.LocalDateTime;

import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PastOverRestTest extends RestServer {

    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final PastMoment HAPPENED = new PastMoment.Happened(THEN);

    @Test
    void a_task_is_asked_for_as_of_then() {
        var task = house.has(PretendHouse.task("Water")).taskId();

        assertThat(get("/api/v1/tasks/" + task + "?at=2026-11-20T11:00:00%2B01:00")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("Water");
        assertThat(get("/api/v1/tasks/" + task + "?recorded_at=2026-11-20T10:00:00Z")
                        .status())
                .isEqualTo(200);
        assertThat(house.queries)
                .containsExactly(new FindTaskAt(task, HAPPENED), new FindTaskAt(task, new PastMoment.Recorded(THEN)));
        house.queries.clear();
        assertThat(get("/api/v1/tasks/" + task + "?position=7").status()).isEqualTo(200);
        assertThat(get("/api/v1/tasks?position=7").status()).isEqualTo(200);
        assertThat(get("/api/v1/tasks/stats?position=7").status()).isEqualTo(200);
        assertThat(house.queries)
                .contains(new FindTaskAt(task, new PastMoment.Position(7)))
                .filteredOn(ListTasksAt.class::isInstance)
                .singleElement()
                .extracting(query -> ((ListTasksAt) query).moment())
                .isEqualTo(new PastMoment.Position(7));
    }

    @Test
    void a_list_is_asked_for_as_of_then_overdue_by_the_day_that_it_was() {
        house.has(PretendHouse.task("Water"));

        var answer = get("/api/v1/tasks?at=2026-11-20T10:00:00Z&overdue=true&skip=0&limit=5");

        assertThat(answer.json().path("total").asInt()).isEqualTo(1);
        var asked = house.queries.stream()
                .filter(ListTasksAt.class::isInstance)
                .map(ListTasksAt.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(asked)
                .returns(HAPPENED, ListTasksAt::moment)
                .returns(5, ListTasksAt::limit)
                .returns(
                        LocalDateTime.of(2026, 11, 20, 10, 0),
                        query -> query.filter().overdueAsOf());
    }

    @Test
    void a_moment_to_come_is_refused_with_its_name() {
        var answer = get("/api/v1/tasks?recorded_at=2026-11-20T10:00:00Z");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/loc").toString()).isEqualTo("[\"query\",\"recorded_at\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=",
                "at=yesterday",
                "at=2026-11-20X10:00:00Z",
                "recorded_at=2026-13-01",
                "at=2026-11-20&recorded_at=2026-11-20",
                "position=0",
                "position=x",
                "position=7&at=2026-11-20"
            })
    void a_moment_that_is_none_is_refused(String query) {
        var task = house.has(PretendHouse.task("Water")).taskId();

        assertThat(get("/api/v1/tasks/" + task + "?" + query).status()).isEqualTo(422);
        assertThat(get("/api/v1/tasks?" + query).status()).isEqualTo(422);
        assertThat(house.queries).isEmpty();
    }

    @Test
    void versions_tell_what_was_done_and_the_task_after_it() {
        var task = house.has(PretendHouse.task("Water")).taskId();

        var page = get("/api/v1/tasks/" + task + "/versions?skip=0&limit=2").json();
        var one = get("/api/v1/tasks/" + task + "/versions/7").json();

        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/versions/0")).isEqualTo(one);
        assertThat(one.path("event").asString()).isEqualTo("task.completed");
        assertThat(one.path("username").asString()).isEqualTo("ann");
        assertThat(one.path("until").isNull()).isTrue();
        assertThat(one.at("/task/title").asString()).isEqualTo("Water");
        assertThat(house.queries).containsExactly(new ListVersions(task, 0, 2), new FindVersion(task, 7));
    }

    @Test
    void the_contract_calls_the_versions_history() {
        var task = "/api/v1/tasks/" + house.has(PretendHouse.task("Water")).taskId();

        assertThat(get(task + "/history?limit=2").text())
                .isEqualTo(get(task + "/versions?limit=2").text());
        assertThat(get("/api/v1/tasks/nothing/history").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "-1", "x", "99999999999999999999"})
    void a_version_that_is_none_is_not_found(String version) {
        var task = house.has(PretendHouse.task("Water")).taskId();

        assertThat(get("/api/v1/tasks/" + task + "/versions/" + version).status())
                .isEqualTo(404);
    }

    @Test
    void of_a_task_that_is_not_ones_to_see_nothing_is_found() {
        var none = "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE";

        assertThat(get("/api/v1/tasks/" + none + "/versions").status()).isEqualTo(404);
        assertThat(get("/api/v1/tasks/" + none + "?at=2026-11-20").status()).isEqualTo(404);
        assertThat(get("/api/v1/tasks/nonsense/versions/1").status()).isEqualTo(404);
    }
}
