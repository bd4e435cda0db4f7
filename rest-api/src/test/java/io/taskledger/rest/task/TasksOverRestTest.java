package io.taskledger.rest.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.SetTo;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskFilter.Assignee;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TasksOverRestTest extends RestServer {

    private static final String TASKS = "/api/v1/tasks";
    private static final WorkspaceId PERSONAL = WorkspaceId.personalOf(PretendHouse.ANN);

    @Test
    void a_created_task_is_answered_as_the_contract_spells_it() {
        var answer = send("POST", TASKS, """
                {"title": " Water ", "description": " the plants ", "due_date": "2026-11-23", "due_time": "08:30",
                 "tags": ["home ", "", "home"], "completed": "yes", "nonsense": [1]}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Taskledger-Position")).isEqualTo("41");
        assertThat(answer.header("ETag")).isEqualTo("\"v0\"");
        var id = ((CreateTask) house.commands.getFirst()).taskId();
        assertThat(answer.text()).isEqualTo(("""
                {"id":"%s","title":"Water","description":"the plants","completed":true,"priority":"medium",\
                "created_at":"2026-11-21T07:25:23.606479Z","due_date":"2026-11-23","tags":["home","","home"],\
                "user_id":"user-01KAJ4X9T3B6N8R0C2YVHE5G7D","comments":[],"share_count":0,\
                "updated_at":"2026-11-21T07:25:23.606479Z","version":0,"due_time":"08:30:00",\
                "completed_at":"2026-11-21T07:25:23.606479Z","workspace_id":"ws-01KAJ4X9T3B6N8R0C2YVHE5G7D",\
                "list_id":"list-01KAJ4X9T3B6N8R0C2YVHE5G7D","assignee":null,"deleted_at":null}""").formatted(id));
        assertThat(house.awaited).containsExactly(PretendHouse.POSITION);
    }

    @Test
    void a_created_task_whose_row_is_late_is_answered_all_the_same() {
        house.late = true;

        var answer = send("POST", TASKS, "{\"title\": \"Water\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Taskledger-Stale")).isEqualTo("true");
        assertThat(answer.json().path("title").asString()).isEqualTo("Water");
        assertThat(answer.json().path("user_id").asString()).isEqualTo(PretendHouse.ANN.text());
    }

    @Test
    void a_task_is_shown_with_its_version() {
        var task = house.has(PretendHouse.task("Water"));

        var answer = get(TASKS + "/" + task.taskId());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"v7\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("completed").booleanValue()).isFalse();
        assertThat(answer.json().has("completed_at")).isTrue();
        assertThat(answer.json().get("completed_at").isNull()).isTrue();
    }

    @Test
    void what_a_client_accepts_does_not_matter() {
        assertThat(get(TASKS, "Accept", "text/html").status()).isEqualTo(200);
        assertThat(get(TASKS + "/nothing", "Accept", "image/png").status()).isEqualTo(404);
    }

    static Stream<Arguments> edits() {
        var nothing = TaskEdit.nothing();
        return Stream.of(
                arguments("{\"title\": \"New\"}", nothing.title("New")),
                arguments("{\"description\": null}", nothing.description(null)),
                arguments("{\"description\": \" as it is \"}", nothing.description(" as it is ")),
                arguments("{\"priority\": \"low\"}", nothing.priority(Priority.LOW)),
                arguments("{\"due_date\": null}", nothing.dueDate(null)),
                arguments("{\"due_date\": \"2028-02-29\"}", nothing.dueDate(LocalDate.of(2028, 2, 29))),
                arguments("{\"due_time\": \"23:59:59\"}", nothing.dueTime(LocalTime.of(23, 59, 59))),
                arguments("{\"tags\": []}", nothing.tags(List.of())),
                arguments("{\"completed\": 1}", nothing.completed(true)),
                arguments("{\"completed\": \"Off\", \"x\": 1}", nothing.completed(false)),
                arguments(
                        "{\"title\": \"A\", \"completed\": true}",
                        new TaskEdit(new SetTo<>("A"), null, null, null, null, null, new SetTo<>(true))));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void only_what_is_sent_is_changed(String body, TaskEdit edit) {
        var task = house.has(PretendHouse.task("Water"));

        var answer = send("PATCH", TASKS + "/" + task.taskId(), body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Taskledger-Position")).isEqualTo("41");
        assertThat(answer.header("ETag")).isEqualTo("\"v7\"");
        assertThat(house.commands).containsExactly(new EditTask(task.taskId(), edit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"unknown\": 1, \"id\": \"task-1\"}"})
    void an_edit_of_nothing_is_refused_once_the_task_is_known(String body) {
        var task = house.has(PretendHouse.task("Water"));

        var refused = send("PATCH", TASKS + "/" + task.taskId(), body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).isEqualTo("No fields provided for update");
        assertThat(send("PATCH", TASKS + "/" + TaskId.next(), body).status()).isEqualTo(404);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void a_deletion_is_answered_by_nothing_but_its_position() {
        var task = house.has(PretendHouse.task("Water"));

        var answer = send("DELETE", TASKS + "/" + task.taskId(), "");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("Taskledger-Position")).isEqualTo("41");
        assertThat(house.commands).containsExactly(new DeleteTask(task.taskId()));
    }

    static Stream<Arguments> listings() {
        var all = TaskFilter.everything();
        var now = PretendHouse.NOW.atOffset(ZoneOffset.UTC).toLocalDateTime();
        var sort = TaskSort.by(TaskSort.Field.CREATED_AT);
        return Stream.of(
                arguments("", new ListTasks(all, sort, 0, 100)),
                arguments("?search=&tags=&sort_order=desc&whatever=1", new ListTasks(all, sort, 0, 100)),
                arguments("?completed=yes&completed=0", new ListTasks(all.completed(false), sort, 0, 100)),
                arguments("?search=%20%20", new ListTasks(all, sort, 0, 100)),
                arguments("?search=50%25%20off_", new ListTasks(all.search("50% off_"), sort, 0, 100)),
                arguments(
                        "?due_after=2026-01-01&due_before=2026-12-31",
                        new ListTasks(all.due(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), sort, 0, 100)),
                arguments(
                        "?overdue=false&priority=high&tags=a,%20b,,",
                        new ListTasks(
                                all.priority(Priority.HIGH)
                                        .tags(List.of("a", "b"))
                                        .overdue(false, now),
                                sort,
                                0,
                                100)),
                arguments("?tags_any=a,,%20b", new ListTasks(all.tagsAny(List.of("a", "b")), sort, 0, 100)),
                arguments(
                        "?created_after=2026-11-01&created_before=2026-11-02",
                        new ListTasks(
                                all.created(
                                        Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-03T00:00:00Z")),
                                sort,
                                0,
                                100)),
                arguments(
                        "?workspace_id=" + PERSONAL + "&list_id=" + ListId.firstOf(PERSONAL) + "&shared=no",
                        new ListTasks(
                                all.workspace(PERSONAL)
                                        .list(ListId.firstOf(PERSONAL))
                                        .shared(false),
                                sort,
                                0,
                                100)),
                arguments("?assignee=none", new ListTasks(all.assignee(new Assignee(null)), sort, 0, 100)),
                arguments("?assignee=Bob", new ListTasks(all.assignee(new Assignee("Bob")), sort, 0, 100)),
                arguments(
                        "?assignee=me",
                        new ListTasks(all.assignee(new Assignee(PretendHouse.ANN.text())), sort, 0, 100)),
                arguments(
                        "?sort_by=priority&sort_order=desc&skip=20&limit=10",
                        new ListTasks(
                                all, TaskSort.by(TaskSort.Field.PRIORITY_NAME).reversed(), 20, 10)));
    }

    @ParameterizedTest
    @MethodSource("listings")
    void the_query_parameters_say_which_tasks_are_asked_for(String parameters, ListTasks query) {
        assertThat(get(TASKS + parameters).status()).isEqualTo(200);
        assertThat(house.queries.getLast()).isEqualTo(query);
    }

    @Test
    void a_page_counts_from_one_also_past_the_end() {
        house.has(PretendHouse.task("Water"));

        var page = get(TASKS + "?skip=10&limit=5").json();

        assertThat(page.path("tasks").size()).isEqualTo(1);
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("page").asInt()).isEqualTo(3);
        assertThat(page.path("pages").asInt()).isEqualTo(1);
    }

    @Test
    void a_cursor_leads_from_run_to_run_to_the_end() {
        var first = house.has(PretendHouse.task("Water"));
        var second = house.has(PretendHouse.task("Sow"));
        var order = "&sort_by=title&sort_order=desc&completed=false&limit=1";

        var run = get(TASKS + "?cursor=" + order).json();
        assertThat(run.propertyNames()).containsExactly("tasks", "total", "next_cursor");
        assertThat(run.at("/tasks/0/id").asString()).isEqualTo(first.taskId().text());
        assertThat(run.path("total").asLong()).isEqualTo(2);
        var next = run.path("next_cursor").asString();

        var last = get(TASKS + "?cursor=" + next + order).json();
        assertThat(last.at("/tasks/0/id").asString()).isEqualTo(second.taskId().text());
        assertThat(last.path("next_cursor").isNull()).isTrue();
        var open = TaskFilter.everything().completed(false);
        assertThat(house.queries)
                .contains(
                        new ScrollTasks(open, TaskSort.by(TaskSort.Field.TITLE).reversed(), next, 1))
                .endsWith(new CountTasks(open));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip=0", "page=2", "at=2026-11-20", "recorded_at=2026-11-20", "position=7"})
    void a_cursor_comes_with_nothing_else_that_says_where_to_begin(String other) {
        assertCursorRefused("?cursor=&" + other);
        assertThat(house.queries).isEmpty();
    }

    @Test
    void a_cursor_that_this_list_did_not_give_is_refused_by_its_name() {
        assertCursorRefused("?cursor=" + PretendHouse.NO_CURSOR);
    }

    private void assertCursorRefused(String parameters) {
        var refused = get(TASKS + parameters);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/loc").toString()).isEqualTo("[\"query\",\"cursor\"]");
    }

    @Test
    void a_position_that_a_client_brings_along_is_waited_for() {
        get(TASKS, "Taskledger-Position", "123");
        assertThat(house.awaited).containsExactly(123L);

        var refused = get(TASKS, "Taskledger-Position", "-1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/loc").toString()).isEqualTo("[\"header\",\"Taskledger-Position\"]");
    }
}
