package io.taskledger.rest.task;

import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a task is shown with can be sent back: fields, place and assignee are changed together, or none of them. */
class TaskChangesOverRestTest extends RestServer {

    private static final String TASKS = "/api/v1/tasks";
    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    private static final WorkspaceId PERSONAL = WorkspaceId.personalOf(PretendHouse.ANN);
    private static final ListId LIST = ListId.next();
    private static final EditTask URGENT = new EditTask(TASK, TaskEdit.nothing().priority(Priority.HIGH));
    private static final AssignTask TO_BOB = new AssignTask(TASK, "bob");
    private static final MoveTask INTO_LIST = new MoveTask(TASK, new TaskHome(PERSONAL, LIST, PretendHouse.PLACE));

    @BeforeEach
    void there_is_a_task() {
        house.has(PretendHouse.task("Water", TASK));
    }

    @Test
    void a_place_and_an_assignee_alone_are_ordinary_commands() {
        patch("{'assignee': 'bob'}");
        patch("{'assignee': null}");
        patch("{'list_id': '%s'}".formatted(LIST));

        assertThat(house.commands).containsExactly(TO_BOB, new AssignTask(TASK, null), INTO_LIST);
    }

    @Test
    void several_things_are_one_command_that_moves_before_it_assigns() {
        patch("{'assignee': 'bob', 'priority': 'high', 'list_id': '%s'}".formatted(LIST));

        assertThat(past.commands).containsExactly(new CompensateTask(TASK, List.of(INTO_LIST, URGENT, TO_BOB)));
        assertThat(past.metadata.getFirst()).doesNotContainKeys(MetadataKeys.UNDOES, MetadataKeys.REDOES);
    }

    @Test
    void the_place_where_it_stands_is_no_move() {
        var there = "'list_id': '%s', 'workspace_id': '%s'".formatted(ListId.firstOf(PERSONAL), PERSONAL);

        patch("{%s, 'priority': 'high'}".formatted(there));
        patch("{%s}".formatted(there));

        assertThat(house.commands).containsExactly(URGENT, new EditTask(TASK, TaskEdit.nothing()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'list_id': null} | 400",
                "{'assignee': 7} | 422",
                "{'list_id': 'x'} | 404",
                "{'title': 'Ferns', 'workspace_id': 'x'} | 404"
            })
    void what_is_no_place_and_nobody_is_refused_as_a_whole(String body, int status) {
        assertThat(send("PATCH", TASKS + "/" + TASK, json(body)).status()).isEqualTo(status);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void who_may_not_edit_is_told_so_before_any_place_is_looked_for() {
        var task = house.has(PretendHouse.foreign(TaskLevel.VIEW));

        assertThat(send("PATCH", TASKS + "/" + task.taskId(), json("{'list_id': 'x'}"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_new_task_can_be_somebodys() {
        send("POST", TASKS, json("{'title': 'Water', 'assignee': 'bob'}"));

        assertThat(((CreateTask) house.commands.getFirst()).assignee()).isEqualTo("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignee", "list_id", "workspace_id"})
    void of_many_tasks_these_are_refused_with_the_way_to_do_it(String field) {
        var updates = "'task_ids': ['%s'], 'updates': {'priority': 'high', '%s': 'x'}".formatted(TASK, field);

        var bulk = send("PATCH", TASKS + "/bulk", json("{%s}".formatted(updates)));
        var actions = send("POST", TASKS + "/actions", json("{'action': 'edit', %s}".formatted(updates)));

        assertThat(Stream.of(bulk, actions)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/detail").asString()).contains(field, "POST /tasks/actions");
        });
    }

    @Test
    void who_may_only_look_restores_nothing_forced_or_not() {
        var task = house.has(PretendHouse.foreign(TaskLevel.VIEW)).taskId();
        past.plans = List.of(new TaskPlan(
                task,
                "Water",
                7,
                List.of(),
                List.of(new TaskPlan.LeftOut("title", WhyNot.NOT_PERMITTED, null)),
                List.of()));

        assertThat(restore(task, "").status()).isEqualTo(403);
        assertThat(restore(task, "?force=true").status()).isEqualTo(403);
    }

    @Test
    void a_task_in_another_version_than_is_demanded_is_not_restored() {
        past.plans = List.of(new TaskPlan(TASK, "Water", 7, List.of(), List.of(), List.of(new ReopenTask(TASK))));

        var refused = restore(TASK, "", "If-Match", "\"v6\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.header("ETag")).isEqualTo("\"v7\"");
        assertThat(past.commands).isEmpty();
        assertThat(restore(TASK, "", "If-Match", "\"v7\"").status()).isEqualTo(200);
        assertThat(past.commands).hasSize(1);
    }

    @Test
    void a_share_is_found_in_whatever_spelling_of_the_name() {
        house.shares.add(new TaskShare("share-1", TASK, PretendHouse.ANN, "straße", Permission.VIEW, PretendHouse.NOW));

        var shared = send("POST", TASKS + "/" + TASK + "/share", json("{'shared_with_username': 'STRASSE'}"));

        assertThat(shared.status()).isEqualTo(201);
        assertThat(shared.json().path("shared_with_username").asString()).isEqualTo("straße");
    }

    @Test
    void a_share_that_was_revoked_meanwhile_is_not_found() {
        assertThat(send("POST", TASKS + "/" + TASK + "/share", json("{'shared_with_username': 'bob'}"))
                        .status())
                .isEqualTo(404);
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    private void patch(String body) {
        assertThat(send("PATCH", TASKS + "/" + TASK, json(body)).status()).isEqualTo(200);
    }

    private Answer restore(TaskId task, String query, String... headers) {
        return send("POST", TASKS + "/" + task + "/restore" + query, json("{'version': 0}"), headers);
    }
}
