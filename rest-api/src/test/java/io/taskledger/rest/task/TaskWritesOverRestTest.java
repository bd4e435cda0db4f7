package io.taskledger.rest.task;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which commands the addresses of tasks send. */
class TaskWritesOverRestTest extends RestServer {

    private static final String TASKS = "/api/v1/tasks";
    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    private static final WorkspaceId PERSONAL = WorkspaceId.personalOf(PretendHouse.ANN);

    static Stream<Arguments> deeds() {
        var home = new TaskHome(PERSONAL, ListId.firstOf(PERSONAL), PretendHouse.PLACE);
        var edit = TaskEdit.nothing().priority(Priority.LOW);
        return Stream.of(
                arguments("'action': 'complete'", new CompleteTask(TASK)),
                arguments("'action': 'reopen'", new ReopenTask(TASK)),
                arguments("'action': 'delete'", new DeleteTask(TASK)),
                arguments("'action': 'restore'", new RestoreTask(TASK)),
                arguments("'action': 'purge'", new PurgeTask(TASK)),
                arguments("'action': 'edit', 'updates': {'priority': 'low'}", new EditTask(TASK, edit)),
                arguments("'action': 'tag', 'tags': ['a', 'b']", new TagTask(TASK, List.of("a", "b"))),
                arguments("'action': 'untag', 'tag': 'a'", new UntagTask(TASK, "a")),
                arguments("'action': 'rename_tag', 'tag': 'a', 'new_name': 'b'", new RenameTag(TASK, "a", "b")),
                arguments("'action': 'move'", new MoveTask(TASK, home)),
                arguments("'action': 'assign', 'username': 'bob'", new AssignTask(TASK, "bob")),
                arguments("'action': 'assign', 'username': null", new AssignTask(TASK, null)),
                arguments(
                        "'action': 'share', 'shared_with_username': 'bob'",
                        new ShareTask(TASK, "bob", Permission.VIEW)));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void an_action_is_done_to_each_task(String body, TaskCommand command) {
        house.has(PretendHouse.task("Water", TASK));

        var answer = send("POST", TASKS + "/actions", json("{'task_ids': ['%s'], %s}".formatted(TASK, body)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/results/0/status").asInt()).isEqualTo(200);
        assertThat(house.commands).containsExactly(command);
        assertThat(house.metadata.getFirst())
                .containsEntry(
                        MetadataKeys.ACTION_ID, answer.json().path("action_id").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'task_ids': ['a']}",
                "{'task_ids': ['a'], 'action': 'fly'}",
                "{'task_ids': ['a'], 'action': 'tag'}",
                "{'task_ids': ['a'], 'action': 'tag', 'tags': 'a'}",
                "{'task_ids': ['a'], 'action': 'untag'}",
                "{'task_ids': ['a'], 'action': 'rename_tag', 'tag': 'a'}",
                "{'task_ids': ['a'], 'action': 'edit'}",
                "{'task_ids': ['a'], 'action': 'edit', 'updates': []}",
                "{'task_ids': ['a'], 'action': 'share'}",
                "{'task_ids': [], 'action': 'complete'}",
                "{'task_ids': 'a', 'action': 'complete'}",
                "{'task_ids': [null], 'action': 'complete'}"
            })
    void an_action_that_lacks_something_is_refused_as_a_whole(String body) {
        assertThat(send("POST", TASKS + "/actions", json(body)).status()).isEqualTo(422);
        assertThat(house.commands).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100%25, 100%", "%2541, %41", "a%20b, a b", "%C3%BC%F0%9F%98%80, ü😀", "a+b, a+b", "%26%3F%23, &?#"})
    void a_tag_is_taken_off_however_it_is_escaped(String escaped, String tag) {
        house.has(PretendHouse.task("Water", TASK));

        assertThat(send("DELETE", TASKS + "/" + TASK + "/tags/" + escaped, "").status())
                .isEqualTo(200);
        assertThat(house.commands).containsExactly(new UntagTask(TASK, tag));
    }

    @Test
    void many_tasks_are_edited_by_one_command() {
        house.has(PretendHouse.task("Water", TASK));

        var answer = send(
                "PATCH",
                TASKS + "/bulk",
                json("{'task_ids': ['%s', '%s'], 'updates': {'priority': 'low'}}".formatted(TASK, TASK)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(1);
        assertThat(house.commands)
                .containsExactly(new EditTasks(List.of(TASK), TaskEdit.nothing().priority(Priority.LOW)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'task_ids': ['7'], 'updates': {}} | 400",
                "{'task_ids': ['7', 8], 'updates': {'title': 'x'}} | 404",
                "{'task_ids': ['7'], 'updates': {'title': null}} | 422",
                "{'task_ids': ['7'], 'updates': {'title': ''}} | 422",
                "{'task_ids': [], 'updates': {'title': 'x'}} | 422",
                "{'updates': {'title': 'x'}} | 422",
                "{'task_ids': ['7']} | 422",
                "{'task_ids': ['7'], 'updates': 1} | 422"
            })
    void a_bulk_edit_is_refused_in_the_contracts_order(String body, int status) {
        assertThat(send("PATCH", TASKS + "/bulk", json(body)).status()).isEqualTo(status);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void a_problem_of_a_bulk_edit_is_found_where_it_is() {
        var refused = send("PATCH", TASKS + "/bulk", json("{'task_ids': ['7'], 'updates': {'completed': 'perhaps'}}"));

        assertThat(refused.json().at("/errors/0/loc").toString()).isEqualTo("[\"body\",\"updates\",\"completed\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"v7\" | 7", "\"x\" | -1", "W/\"v7\" | -1", "\"v7\", \"v8\" | 7", "\"v6\", \"v8\" | -1"})
    void a_version_that_is_demanded_goes_with_the_command(String header, long version) {
        house.has(PretendHouse.task("Water", TASK));

        send("DELETE", TASKS + "/" + TASK, "", "If-Match", header);

        assertThat(house.metadata.getFirst()).containsEntry(MetadataKeys.EXPECTED_VERSION, version);
    }

    @Test
    void any_version_is_no_demand() {
        send("DELETE", TASKS + "/" + TASK, "", "If-Match", "*");

        assertThat(house.metadata.getFirst()).doesNotContainKey(MetadataKeys.EXPECTED_VERSION);
    }

    @Test
    void a_task_in_another_version_is_shown_as_it_is() {
        house.has(PretendHouse.task("Water", TASK));
        house.fault = new CommandRejected(new VersionMismatch(TASK, 3, 7));

        var refused = send("PATCH", TASKS + "/" + TASK, json("{'title': 'x'}"), "If-Match", "\"v3\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.header("ETag")).isEqualTo("\"v7\"");
        assertThat(refused.json().at("/current/title").asString()).isEqualTo("Water");
    }

    @Test
    void a_demand_that_names_no_version_is_told_the_one_that_there_is() {
        house.has(PretendHouse.task("Water", TASK));
        house.fault = new CommandRejected(new VersionMismatch(TASK, -1, 7));

        assertThat(send("DELETE", TASKS + "/" + TASK, "", "If-Match", "\"x\"")
                        .json()
                        .at("/detail")
                        .asString())
                .isEqualTo("The task is in version 7, which If-Match does not name");
    }

    @Test
    void an_action_that_edits_nothing_is_refused_as_a_whole() {
        var refused = send("POST", TASKS + "/actions", json("{'action': 'edit', 'task_ids': ['7'], 'updates': {}}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/detail").asString()).isEqualTo("No fields provided for update");
    }

    @Test
    void an_edit_of_nothing_by_who_may_not_edit_is_refused_for_that() {
        var task = house.has(PretendHouse.foreign(TaskLevel.VIEW));

        assertThat(send("PATCH", TASKS + "/" + task.taskId(), "{}").status()).isEqualTo(403);
    }

    @Test
    void a_task_can_be_made_in_a_list() {
        var list = ListId.next();

        send("POST", TASKS, json("{'title': 'Water', 'list_id': '%s'}".formatted(list)));

        assertThat(((CreateTask) house.commands.getFirst()).home())
                .isEqualTo(new TaskHome(PERSONAL, list, PretendHouse.PLACE));
        assertThat(send("POST", TASKS, json("{'title': 'Water', 'list_id': '7'}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_list_alone_says_which_workspace_is_meant() {
        house.has(PretendHouse.task("Water", TASK));
        var team = WorkspaceId.next();
        var list = ListId.next();
        house.workspaces = List.of(new WorkspaceSummary(
                team, false, "Garden", WorkspaceRole.EDITOR, List.of(new ListDetails(list, "Beds", new Place("G")))));
        var there = new TaskHome(team, list, PretendHouse.PLACE);

        send("POST", TASKS, json("{'title': 'Water', 'list_id': '%s'}".formatted(list)));
        send("POST", TASKS + "/" + TASK + "/move", json("{'list_id': '%s'}".formatted(list)));

        assertThat(((CreateTask) house.commands.getFirst()).home()).isEqualTo(there);
        assertThat(((MoveTask) house.commands.getLast()).home()).isEqualTo(there);
    }

    @Test
    void a_reminder_is_of_one_of_two_kinds() {
        var set = send("POST", TASKS + "/" + TASK + "/reminders", json("{'minutes_before': 30}"));
        assertThat(set.status()).isEqualTo(201);
        assertThat(set.json().path("minutes_before").asInt()).isEqualTo(30);
        send("POST", TASKS + "/" + TASK + "/reminders", json("{'days_before': 1, 'at': '08:30'}"));
        send("POST", TASKS + "/" + TASK + "/reminders", json("{'at': '08:30'}"));

        assertThat(house.commands)
                .extracting(command -> ((SetReminder) command).reminder())
                .containsExactly(
                        new Reminder.BeforeTime(30),
                        new Reminder.OnDay(1, LocalTime.of(8, 30)),
                        new Reminder.OnDay(0, LocalTime.of(8, 30)));
        for (var wrong : List.of(
                "{'minutes_before': -1}",
                "{'minutes_before': 1.5}",
                "{'minutes_before': 10, 'at': '08:30'}",
                "{'minutes_before': 10, 'days_before': 1}",
                "{'days_before': 1}",
                "{}")) {
            assertThat(send("POST", TASKS + "/" + TASK + "/reminders", json(wrong))
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
