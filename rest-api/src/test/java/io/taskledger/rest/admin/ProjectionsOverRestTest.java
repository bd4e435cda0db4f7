package io.taskledger.rest.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.UserId;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery.ListDeadLetters;
import io.taskledger.messages.projection.ProjectionQuery.ListRebuilds;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ProjectionsOverRestTest extends RestServer {

    private static final String BASE = "/api/v1/admin/projections";
    private static final RebuildId REBUILD = PretendProjections.REBUILD;
    private static final ProjectionId TASKS = PretendProjections.TASKS;

    /** Method, path behind the projection's own, body. */
    static final List<Arguments> ROUTES = List.of(
            arguments("GET", "", ""),
            arguments("POST", "/rebuilds", "{}"),
            arguments("GET", "/rebuilds", ""),
            arguments("GET", "/rebuilds/" + REBUILD, ""),
            arguments("POST", "/rebuilds/" + REBUILD + "/pause", ""),
            arguments("POST", "/rebuilds/" + REBUILD + "/resume", ""),
            arguments("POST", "/rebuilds/" + REBUILD + "/cancel", ""),
            arguments("POST", "/rebuilds/" + REBUILD + "/swap", "{}"),
            arguments("POST", "/verify", ""),
            arguments("POST", "/rollback", ""),
            arguments("POST", "/rows", "{\"of\":\"task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE\"}"),
            arguments("DELETE", "/versions/1", ""),
            arguments("GET", "/dead-letters", ""),
            arguments("POST", "/dead-letters/letter-1/retry", ""),
            arguments("POST", "/dead-letters/letter-1/skip", "{\"reason\":\"known\"}"));

    @ParameterizedTest
    @FieldSource("ROUTES")
    void who_is_no_admin_is_refused(String method, String path, String body) {
        projections.admin = false;

        var answer = send(method, BASE + "/tasks" + path, body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unauthorized-access");
        assertThat(projections.commands).isEmpty();
    }

    @Test
    void the_list_too_is_for_admins() {
        projections.admin = false;

        assertThat(get(BASE).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void a_stranger_is_asked_who_they_are(String method, String path, String body) {
        assertThat(stranger(method, BASE + "/tasks" + path, body).status()).isEqualTo(401);
        assertThat(projections.commands).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void a_projection_that_is_not_there_is_not_found(String method, String path, String body) {
        for (var name : List.of("nothing", "No-Name", "tasks.", "x".repeat(41))) {
            var answer = send(method, BASE + "/" + name + path, body);

            assertThat(answer.status()).as(name).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(projections.commands).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /rebuilds/%s",
        "POST, /rebuilds/%s/pause",
        "POST, /rebuilds/%s/resume",
        "POST, /rebuilds/%s/cancel",
        "POST, /rebuilds/%s/swap"
    })
    void a_rebuild_that_no_id_could_name_is_not_found(String method, String path) {
        var answer = send(method, BASE + "/tasks" + path.formatted("rebuild-1"), method.equals("POST") ? "{}" : "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString()).isEqualTo("Rebuild rebuild-1 not found");
    }

    @Test
    void a_rebuild_of_another_projection_is_not_found() {
        assertThat(get(BASE + "/accounts/rebuilds/" + REBUILD).status()).isEqualTo(404);
        assertThat(get(BASE + "/tasks/rebuilds/" + RebuildId.next()).status()).isEqualTo(404);
    }

    @Test
    void a_version_that_is_no_number_is_not_found() {
        assertThat(send("DELETE", BASE + "/tasks/versions/live", "").status()).isEqualTo(404);
    }

    @Test
    void a_projection_tells_how_it_stands() {
        var one = get(BASE + "/tasks");

        assertThat(one.status()).isEqualTo(200);
        assertThat(one.json().toString()).isEqualTo("""
                {"name":"tasks","mode":"live","live_version":2,"live_since":"2026-11-21T07:25:23.606479Z",\
                "position":100,"head":134,"lag_events":34,"lag_seconds":1.25,"events_per_second":12.5,\
                "recent_rates":[0.0,12.5],"node":"node-1","last_error":null,"dead_letters":2,"can_roll_back":true,\
                "versions":[{"number":2,"live":true,"before":false,"position":100,\
                "made_at":"2026-11-21T07:25:23.606479Z"},{"number":1,"live":false,"before":true,"position":100,\
                "made_at":"2026-11-21T07:25:23.606479Z"}],"rebuild":null}""");
        assertThat(get(BASE).json().get(0)).isEqualTo(one.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | SWAP |", "{\"afterwards\":\"hold\"} | HOLD |", "{\"regardless\":\"known\"} | SWAP | known"})
    void a_rebuild_begins_and_says_where_it_is_found(String body, Afterwards afterwards, String regardless) {
        var answer = send("POST", BASE + "/tasks/rebuilds", body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(projections.commands)
                .singleElement()
                .isInstanceOfSatisfying(ProjectionCommand.Rebuild.class, begun -> {
                    assertThat(begun.afterwards()).isEqualTo(afterwards);
                    assertThat(begun.regardless()).isEqualTo(regardless);
                    assertThat(answer.header("Location")).isEqualTo(BASE + "/tasks/rebuilds/" + begun.rebuildId());
                });
        assertThat(get(answer.header("Location")).json()).isEqualTo(answer.json());
    }

    @Test
    void a_check_is_a_rebuild_that_is_dropped() {
        assertThat(send("POST", BASE + "/tasks/verify", "").status()).isEqualTo(202);

        assertThat(projections.commands)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProjectionCommand.Rebuild.class,
                        begun -> assertThat(begun.afterwards()).isEqualTo(Afterwards.DROP));
    }

    @Test
    void a_report_tells_each_difference() {
        projections.state = RebuildReport.State.HELD;
        projections.differences = List.of(
                new Difference(
                        Difference.Kind.LIVE_DIFFERS,
                        "task",
                        "task-1",
                        "title",
                        "a",
                        null,
                        Optional.of(new Difference.Cause(71, "task.edited"))),
                new Difference(Difference.Kind.NOT_DETERMINISTIC, "task", "task-2", "*", null, "b", Optional.empty()));

        var report = get(BASE + "/tasks/rebuilds/" + REBUILD).json();

        assertThat(report.path("state").asString()).isEqualTo("held");
        assertThat(report.path("clean").booleanValue()).isFalse();
        assertThat(report.path("seconds_left").doubleValue()).isEqualTo(2.9);
        assertThat(report.path("differences").toString()).isEqualTo("""
                [{"kind":"live_differs","table":"task","key":"task-1","field":"title","live":"a","rebuilt":null,\
                "cause":{"position":71,"type":"task.edited"}},{"kind":"not_deterministic","table":"task",\
                "key":"task-2","field":"*","live":null,"rebuilt":"b","cause":null}]""");
    }

    static Stream<Arguments> orders() {
        var rebuild = "/rebuilds/" + REBUILD;
        return Stream.of(
                arguments("POST", rebuild + "/pause", "", 200, new ProjectionCommand.PauseRebuild(TASKS, REBUILD)),
                arguments("POST", rebuild + "/resume", "", 200, new ProjectionCommand.ResumeRebuild(TASKS, REBUILD)),
                arguments("POST", rebuild + "/cancel", "", 200, new ProjectionCommand.CancelRebuild(TASKS, REBUILD)),
                arguments("POST", rebuild + "/swap", "{}", 200, new ProjectionCommand.Swap(TASKS, REBUILD, null)),
                arguments(
                        "POST",
                        rebuild + "/swap",
                        "{\"regardless\":\"known\"}",
                        200,
                        new ProjectionCommand.Swap(TASKS, REBUILD, "known")),
                arguments("POST", "/rollback", "", 200, new ProjectionCommand.RollBack(TASKS)),
                arguments(
                        "POST",
                        "/rows",
                        "{\"of\":\"task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE\"}",
                        204,
                        new ProjectionCommand.RebuildRows(TASKS, new RowsOf.Stream("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE"))),
                arguments(
                        "POST",
                        "/rows",
                        "{\"of\":\"user-01KAJ4Y2V0QF3D9A7M5ZC8W6XE\"}",
                        204,
                        new ProjectionCommand.RebuildRows(
                                TASKS, new RowsOf.Owner(new UserId("user-01KAJ4Y2V0QF3D9A7M5ZC8W6XE")))),
                arguments("DELETE", "/versions/1", "", 204, new ProjectionCommand.DropVersion(TASKS, 1)),
                arguments(
                        "POST",
                        "/dead-letters/letter-1/retry",
                        "",
                        204,
                        new ProjectionCommand.RetryDeadLetter(TASKS, "letter-1")),
                arguments(
                        "POST",
                        "/dead-letters/letter-1/skip",
                        "{\"reason\":\"known\"}",
                        204,
                        new ProjectionCommand.SkipDeadLetter(TASKS, "letter-1", "known")));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void an_order_is_passed_on(String method, String path, String body, int status, ProjectionCommand command) {
        assertThat(send(method, BASE + "/tasks" + path, body).status()).isEqualTo(status);

        assertThat(projections.commands).containsExactly(command);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(new ProjectionRejection.AlreadyRebuilding(TASKS, REBUILD), 409),
                arguments(new ProjectionRejection.WrongState(REBUILD, RebuildReport.State.CATCHING_UP), 409),
                arguments(new ProjectionRejection.ReasonNeeded(REBUILD, 3), 409),
                arguments(new ProjectionRejection.NothingToRollBackTo(TASKS), 409),
                arguments(new ProjectionRejection.VersionInUse(TASKS, 2), 409),
                arguments(new ProjectionRejection.LaggingBehind(TASKS, 1), 409),
                arguments(new ProjectionRejection.StillFailing(TASKS, "letter-1", "too long"), 409),
                arguments(new ProjectionRejection.NoSuchRebuild(REBUILD), 404),
                arguments(new ProjectionRejection.NoSuchVersion(TASKS, 9), 404),
                arguments(new ProjectionRejection.NoSuchDeadLetter(TASKS, "letter-9"), 404),
                arguments(new ProjectionRejection.NoSuchPart(TASKS), 404));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_has_its_status_and_a_sentence(ProjectionRejection refusal, int status) {
        projections.refusal = Optional.of(refusal);

        var answer = send("POST", BASE + "/tasks/rollback", "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).isNotBlank().doesNotContain("[");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rebuilds | {\"afterwards\":\"burn\"} | afterwards",
                "/rebuilds | {\"regardless\":7} | regardless",
                "/rebuilds | {\"regardless\":\"\"} | regardless",
                "/rebuilds/rebuild-01KAJ5B6Q4M8T2V9X3Y7Z0A1CD/swap | {\"regardless\":[]} | regardless",
                "/rows | {} | of",
                "/rows | {\"of\":null} | of",
                "/rows | {\"of\":7} | of",
                "/dead-letters/letter-1/skip | {} | reason",
                "/dead-letters/letter-1/skip | {\"reason\":null} | reason",
                "/dead-letters/letter-1/skip | {\"reason\":\"  \"} | reason"
            })
    void what_is_wrong_with_a_body_is_named(String path, String body, String field) {
        var answer = send("POST", BASE + "/tasks" + path, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/loc/1").asString()).isEqualTo(field);
        assertThat(projections.commands).isEmpty();
    }

    @Test
    void lists_take_a_limit() {
        assertThat(get(BASE + "/tasks/rebuilds?limit=3").json().size()).isEqualTo(1);
        get(BASE + "/tasks/dead-letters");

        assertThat(projections.queries).contains(new ListRebuilds(TASKS, 3), new ListDeadLetters(TASKS, 100));
        assertThat(get(BASE + "/tasks/rebuilds?limit=101").status()).isEqualTo(422);
        assertThat(get(BASE + "/tasks/dead-letters?limit=0").status()).isEqualTo(422);
    }

    @Test
    void a_dead_letter_shows_its_event_also_where_that_is_broken() {
        var letters = get(BASE + "/tasks/dead-letters").json();

        assertThat(letters.at("/0/event/title").asString()).isEqualTo("Water");
        assertThat(letters.at("/0/cause").asString()).isEqualTo("SQLException: too long");
        assertThat(letters.at("/1/event").asString()).isEqualTo("{");
        assertThat(letters.at("/1/cause").isNull()).isTrue();
    }
}
