package io.taskledger.rest.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.history.HistoryQuery.CompareLists;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskPlan.LeftOut;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.PretendPast;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class UndoOverRestTest extends RestServer {

    private static final ActionId ACTION = PretendPast.ACTION;
    private static final LeftOut LEFT = new LeftOut("priority", WhyNot.CHANGED_SINCE, PretendPast.deed(9));

    private final TaskId ferns = TaskId.next();

    @Test
    void a_plan_is_shown_and_nothing_is_done() {
        past.plans = List.of(plan(ferns, List.of(new ReopenTask(ferns)), LEFT));

        var answer = get("/api/v1/actions/" + ACTION + "/undo?force=1&skip=0&limit=10");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Taskledger-As-Of-Position")).isEqualTo("42");
        assertThat(answer.header("Taskledger-As-Of")).isEqualTo(PretendHouse.NOW.toString());
        assertThat(answer.json().path("will_change").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/tasks/0/changes/0/to").asString()).isEqualTo("Ferns");
        assertThat(answer.json().at("/tasks/0/left_out/0/reason").asString()).isEqualTo("changed_since");
        assertThat(answer.json().at("/tasks/0/left_out/0/later/version").asInt())
                .isEqualTo(9);
        assertThat(past.commands).isEmpty();
        assertThat(past.queries).containsExactly(new PlanUndo(ACTION, Sense.UNDO, true, null, 0, 10));
    }

    @Test
    void undoing_sends_each_task_its_part_as_one_action_and_answers_for_each() {
        var roses = TaskId.next();
        past.plans =
                List.of(plan(ferns, List.of(new ReopenTask(ferns))), plan(roses, List.of(new ReopenTask(roses)), LEFT));

        var answer = post("/api/v1/actions/" + ACTION + "/undo", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Taskledger-Position")).isEqualTo("77");
        assertThat(past.commands).extracting(CompensateTask::taskId).containsExactly(ferns, roses);
        assertThat(past.metadata)
                .allSatisfy(metadata -> assertThat(metadata)
                        .containsEntry(MetadataKeys.UNDOES, ACTION.text())
                        .containsEntry(MetadataKeys.EXPECTED_VERSION, 5L)
                        .containsEntry(MetadataKeys.BULK, "true")
                        .containsEntry(
                                MetadataKeys.ACTION_ID,
                                answer.json().path("action_id").asString()));
        assertThat(answer.json().path("compensates").asString()).isEqualTo(ACTION.text());
        assertThat(answer.json().path("done").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/results/0/status").asInt()).isEqualTo(200);
        assertThat(answer.json().at("/results/1/status").asInt()).isEqualTo(409);
    }

    @Test
    void who_is_overtaken_plans_anew_and_gives_up_in_the_end() {
        past.plans = List.of(plan(ferns, List.of(new ReopenTask(ferns))));
        past.refusals.add(new VersionMismatch(ferns, 5, 6));

        assertThat(post("/api/v1/actions/" + ACTION + "/redo", "").status()).isEqualTo(200);
        assertThat(past.queries).contains(new PlanUndo(ACTION, Sense.REDO, false, ferns, 0, 1));
        assertThat(past.commands).hasSize(2);

        for (int n = 0; n < 3; n++) {
            past.refusals.add(new VersionMismatch(ferns, 5, 6));
        }
        var answer = post("/api/v1/actions/" + ACTION + "/redo", "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().at("/current/results/0/problem/status").asInt())
                .isEqualTo(412);
    }

    @Test
    void where_nothing_can_be_undone_the_answer_names_the_later_change() {
        past.plans = List.of(plan(ferns, List.of(), LEFT));

        var answer = post("/api/v1/actions/" + ACTION + "/undo", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("The field priority was changed since by ann at " + PretendHouse.NOW + " (version 9)");
        assertThat(answer.json()
                        .at("/current/results/0/left_out/0/later/position")
                        .asInt())
                .isEqualTo(49);
        assertThat(past.commands).isEmpty();
    }

    @Test
    void an_undo_under_a_key_that_was_cut_off_goes_on_with_what_is_left() {
        past.plans = List.of(plan(ferns, List.of(new ReopenTask(ferns))));
        house.forgetful = true;
        var first = send("POST", "/api/v1/actions/" + ACTION + "/undo", "", "Idempotency-Key", "cut-off");
        assertThat(first.status()).isEqualTo(200);
        past.commands.clear();
        var roses = TaskId.next();
        past.plans = List.of(plan(roses, List.of(new ReopenTask(roses))));

        var again = send("POST", "/api/v1/actions/" + ACTION + "/undo", "", "Idempotency-Key", "cut-off");

        assertThat(again.status()).isEqualTo(200);
        assertThat(past.commands).extracting(CompensateTask::taskId).containsExactly(roses);
    }

    @Test
    void what_is_undone_already_is_no_error() {
        past.plans = List.of(plan(ferns, List.of()));

        assertThat(post("/api/v1/actions/" + ACTION + "/undo", "")
                        .json()
                        .path("done")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"action-1", "action-01KAJ4Y2V0QF3D9A7M5ZC8W6XE"})
    void an_action_that_is_none_is_not_found(String id) {
        assertThat(get("/api/v1/actions/" + id + "/undo").status()).isEqualTo(404);
        assertThat(post("/api/v1/actions/" + id + "/undo", "").status()).isEqualTo(404);
        assertThat(post("/api/v1/actions/" + id + "/redo", "").status()).isEqualTo(404);
    }

    @Test
    void own_actions_name_what_is_next() {
        past.next = Optional.of(ACTION);

        var answer = get("/api/v1/users/me/actions").json();

        assertThat(answer.path("undo").asString()).isEqualTo(ACTION.text());
        assertThat(answer.path("redo").isNull()).isTrue();
        assertThat(answer.at("/actions/0/title").asString()).isEqualTo("Ferns");
        assertThat(answer.at("/actions/0/tasks").asInt()).isEqualTo(3);
        assertThat(answer.at("/actions/0/state").asString()).isEqualTo("done");
    }

    @Test
    void a_version_is_restored_by_number_or_instant_and_refused_where_something_stays() {
        var task = house.has(PretendHouse.task("Water")).taskId();
        past.plans = List.of(plan(task, List.of(new ReopenTask(task))));
        var path = "/api/v1/tasks/" + task + "/restore";

        assertThat(post(path, Map.of("version", 3)).status()).isEqualTo(200);
        assertThat(post(path, Map.of("at", "2026-11-20T10:00:00Z")).status()).isEqualTo(200);
        assertThat(past.queries)
                .contains(
                        new PlanRestore(task, new TaskPoint.Version(3)),
                        new PlanRestore(
                                task,
                                new TaskPoint.At(new PastMoment.Happened(Instant.parse("2026-11-20T10:00:00Z")))));
        assertThat(post(path, Map.of()).status()).isEqualTo(422);
        assertThat(post(path, Map.of("version", 3, "at", "2026-11-20")).status())
                .isEqualTo(422);

        past.refusals.add(new NotPermitted(task));
        assertThat(post(path, Map.of("version", 3)).status()).isEqualTo(403);

        past.commands.clear();
        past.plans =
                List.of(plan(task, List.of(new ReopenTask(task)), new LeftOut("assignee", WhyNot.PERSON_GONE, null)));
        var refused = post(path, Map.of("version", 3));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("Not to be brought back: assignee (person gone)");
        assertThat(past.commands).isEmpty();
        assertThat(post(path + "?force=true", Map.of("version", 3)).status()).isEqualTo(200);

        past.plans = List.of();
        assertThat(post(path, Map.of("version", 3)).status()).isEqualTo(404);
    }

    @Test
    void versions_are_compared_by_number_or_instant() {
        past.plans = List.of(plan(ferns, List.of()));
        var path = "/api/v1/tasks/" + ferns;

        var answer = get(path + "/diff?from=1&to=2026-11-20");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/changes/0/field").asString()).isEqualTo("title");
        assertThat(past.queries)
                .containsExactly(new CompareTask(
                        ferns,
                        new TaskPoint.Version(1),
                        new TaskPoint.At(new PastMoment.Happened(Instant.parse("2026-11-20T00:00:00Z")))));
        assertThat(get(path + "/diff?from=x").status()).isEqualTo(422);
        assertThat(get(path + "/blame").json().at("/fields/0/before_by/version").asInt())
                .isZero();
        past.plans = List.of();
        assertThat(get(path + "/diff").status()).isEqualTo(404);
        assertThat(get(path + "/blame").status()).isEqualTo(404);
    }

    @Test
    void lists_are_compared_with_filters_and_figures_asked_for_as_of_then() {
        var answer = get("/api/v1/history/diff?from=2026-11-20&to=2026-11-21T00:00:00Z&completed=true&limit=5");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("new").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/tasks/0/kind").asString()).isEqualTo("new");
        assertThat(past.queries.getFirst()).isInstanceOfSatisfying(CompareLists.class, query -> {
            assertThat(query.before().completed()).isTrue();
            assertThat(query.limit()).isEqualTo(5);
        });
        assertThat(get("/api/v1/history/diff").status()).isEqualTo(422);

        var figures = get("/api/v1/tasks/stats?at=2026-11-20T10:00:00Z&time_zone=UTC");
        assertThat(figures.json().path("total").asInt()).isEqualTo(7);
        assertThat(figures.header("Taskledger-As-Of")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(past.queries.getLast()).isInstanceOf(SumUpTasksAt.class);
    }

    private Answer post(String path, Object body) {
        return send("POST", path, body.equals("") ? "" : JsonMapper.shared().writeValueAsString(body));
    }

    private static TaskPlan plan(TaskId task, List<TaskCommand> steps, LeftOut... left) {
        return new TaskPlan(
                task,
                "All ferns",
                5,
                steps.isEmpty() ? List.of() : List.of(PretendPast.change()),
                List.of(left),
                steps);
    }
}
