package io.taskledger.app.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import io.taskledger.app.product.Rest.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tasks that several people work on: who may do what, and what each is then told. */
@ExtendWith(OneProduct.class)
class SharedWorkIT {

    private static final String PASSWORD = "many hands at once";

    private static Product product;
    private static Rest owner;
    private static Rest editor;
    private static Rest viewer;
    private static Rest stranger;

    @BeforeAll
    static void enter(Product running) {
        product = running;
        owner = person("amy");
        editor = person("eve");
        viewer = person("vic");
        stranger = person("nora");
        person("carl");
    }

    private static Rest person(String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }

    private static String task() {
        return owner.post("/tasks", Map.of("title", "Water", "tags", List.of("home")))
                .expecting(201)
                .json()
                .get("id")
                .asString();
    }

    private static String sharedTask() {
        var task = task();
        share(task, "eve", "edit").expecting(201);
        share(task, "vic", "view").expecting(201);
        return task;
    }

    private static Answer share(String task, String with, String permission) {
        return owner.post("/tasks/" + task + "/share", Map.of("shared_with_username", with, "permission", permission));
    }

    private static String comment(Rest author, String task, String text) {
        return author.post("/tasks/" + task + "/comments", Map.of("content", text))
                .expecting(201)
                .json()
                .get("id")
                .asString();
    }

    private static List<String> values(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.get(field).asString())
                .toList();
    }

    @Test
    void who_listens_hears_what_is_shared_with_them_until_their_token_is_revoked() {
        var made = stranger.post("/users/me/tokens", Map.of("name", "Ears", "scopes", List.of("tasks:read")))
                .expecting(201)
                .json();
        var ears = new ArrayList<Listener>();
        try {
            while (ears.size() < 9) {
                ears.add(new Listener(product, made.path("token").asString()));
            }
            try (var ninth = ears.removeLast()) {
                assertThat(ninth).returns(429, Listener::status);
            }
            var task = task();
            share(task, "nora", "view").expecting(201);
            await().until(() -> ears.stream()
                    .map(Listener::lines)
                    .allMatch(lines -> lines.contains("event: task")
                            && lines.contains("event: notifications")
                            && lines.stream().anyMatch(line -> line.contains(task))));

            stranger.delete("/users/me/tokens/" + made.path("id").asString()).expecting(204);
            await().until(() -> ears.stream().allMatch(Listener::isOver));
            assertThat(ears).allMatch(ear -> ear.lines().getLast().isEmpty());
        } finally {
            ears.forEach(Listener::close);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {3} {4} {5} {6}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /tasks/TASK                  |                                          | 200 | 200 | 200 | 404
            GET    | /tasks/TASK/comments         |                                          | 200 | 200 | 200 | 404
            GET    | /activity/tasks/TASK         |                                          | 200 | 200 | 200 | 404
            POST   | /tasks/TASK/comments         | {"content": "x"}                         | 201 | 201 | 201 | 404
            POST   | /tasks/TASK/comments         | {"content": ""}                          | 422 | 422 | 422 | 422
            PATCH  | /tasks/TASK                  | {"title": "New"}                         | 200 | 200 | 403 | 404
            PATCH  | /tasks/TASK                  | {}                                       | 400 | 400 | 403 | 404
            PATCH  | /tasks/TASK                  | {"priority": "no"}                       | 422 | 422 | 422 | 422
            PATCH  | /tasks/bulk | {"task_ids": ["TASK"], "updates": {"priority": "low"}}    | 200 | 200 | 403 | 404
            PATCH  | /tasks/bulk | {"task_ids": ["TASK"], "updates": {}}                     | 400 | 400 | 400 | 400
            POST   | /tasks/TASK/tags             | ["a"]                                    | 200 | 200 | 403 | 404
            POST   | /tasks/TASK/tags             | []                                       | 200 | 200 | 403 | 404
            POST   | /tasks/TASK/tags             | {"tags": ["a"]}                          | 422 | 422 | 422 | 422
            DELETE | /tasks/TASK/tags/home        |                                          | 200 | 200 | 403 | 404
            DELETE | /tasks/TASK/tags/Home        |                                          | 404 | 404 | 403 | 404
            PATCH  | /comments/OWNERS             | {"content": "y"}                         | 200 | 403 | 403 | 404
            DELETE | /comments/OWNERS             |                                          | 204 | 403 | 403 | 404
            PATCH  | /comments/EDITORS            | {"content": "y"}                         | 403 | 200 | 403 | 404
            DELETE | /comments/EDITORS            |                                          | 204 | 204 | 403 | 404
            DELETE | /comments/comment-7          |                                          | 404 | 404 | 404 | 404
            DELETE | /tasks/TASK                  |                                          | 204 | 403 | 403 | 404
            POST   | /tasks/TASK/share            | {"shared_with_username": "carl"}         | 201 | 403 | 403 | 404
            POST   | /tasks/TASK/share            | {"shared_with_username": "nobody"}       | 404 | 403 | 403 | 404
            POST   | /tasks/TASK/share            | {"shared_with_username": "amy"}          | 400 | 403 | 403 | 404
            POST   | /tasks/TASK/share            | {"shared_with_username": "eve"}          | 409 | 403 | 403 | 404
            POST   | /tasks/TASK/share | {"shared_with_username": "carl", "permission": "all"} | 422 | 422 | 422 | 422
            GET    | /tasks/TASK/shares           |                                          | 200 | 403 | 403 | 404
            PUT    | /tasks/TASK/share/vic        | {"permission": "edit"}                   | 200 | 403 | 403 | 404
            PUT    | /tasks/TASK/share/vic        | {}                                       | 422 | 422 | 422 | 422
            PUT    | /tasks/TASK/share/carl       | {"permission": "edit"}                   | 404 | 403 | 403 | 404
            DELETE | /tasks/TASK/share/vic        |                                          | 204 | 403 | 403 | 404
            DELETE | /tasks/TASK/share/nobody     |                                          | 404 | 403 | 403 | 404
            POST   | /tasks/TASK/leave            |                                          | 404 | 204 | 204 | 404
            POST   | /tasks/TASK/move             | {}                                       | 200 | 403 | 403 | 404
            PUT    | /tasks/TASK/assignee         | {"username": "vic"}                      | 200 | 200 | 403 | 404
            PUT    | /tasks/TASK/assignee         | {"username": "carl"}                     | 409 | 409 | 403 | 404
            DELETE | /tasks/TASK/assignee         |                                          | 200 | 200 | 403 | 404
            PATCH  | /tasks/TASK                  | {"assignee": "vic", "title": "Vic's"}    | 200 | 200 | 403 | 404
            PATCH  | /tasks/TASK                  | {"assignee": "carl", "title": "Carl's"}  | 409 | 409 | 403 | 404
            POST   | /tasks/TASK/restore          | {"version": 0}                           | 200 | 200 | 403 | 404
            GET    | /tasks/TASK/reminders        |                                          | 200 | 200 | 200 | 404
            POST   | /tasks/TASK/reminders        | {"minutes_before": 10}                   | 201 | 201 | 201 | 404
            POST   | /tasks/TASK/reminders        | {"days_before": 1, "at": "08:30"}        | 201 | 201 | 201 | 404
            POST   | /tasks/TASK/reminders        | {}                                       | 422 | 422 | 422 | 422
            PUT    | /tasks/TASK/versions/0/name  | {"name": "Draft"}                        | 200 | 200 | 403 | 404
            PUT    | /tasks/TASK/versions/99/name | {"name": "Draft"}                        | 404 | 404 | 403 | 404
            PUT    | /tasks/TASK/versions/x/name  | {"name": "Draft"}                        | 404 | 404 | 403 | 404
            PUT    | /tasks/TASK/versions/0/name  | {"name": ""}                             | 422 | 422 | 422 | 422
            DELETE | /tasks/TASK/versions/0/name  |                                          | 204 | 204 | 403 | 404
            POST   | /trash/TASK/restore          |                                          | 200 | 403 | 403 | 404
            DELETE | /trash/TASK                  |                                          | 409 | 403 | 403 | 404
            POST   | /trash/DELETED/restore       |                                          | 200 | 404 | 404 | 404
            DELETE | /trash/DELETED               |                                          | 204 | 404 | 404 | 404
            GET    | /tasks/DELETED               |                                          | 404 | 404 | 404 | 404
            PATCH  | /tasks/DELETED               | {"title": "New"}                         | 404 | 404 | 404 | 404
            """)
    void each_may_do_what_the_table_says(
            String method, String path, String body, int byOwner, int byEditor, int byViewer, int byStranger) {
        var expected = Map.of(owner, byOwner, editor, byEditor, viewer, byViewer, stranger, byStranger);
        expected.forEach((person, status) -> {
            var task = sharedTask();
            var deleted = path.contains("DELETED") ? sharedTask() : task;
            if (!deleted.equals(task)) {
                owner.delete("/tasks/" + deleted).expecting(204);
            }
            var owners = path.contains("OWNERS") ? comment(owner, task, "mine") : "";
            var editors = path.contains("EDITORS") ? comment(editor, task, "Eve's") : "";
            var to = path.replace("TASK", task)
                    .replace("DELETED", deleted)
                    .replace("OWNERS", owners)
                    .replace("EDITORS", editors);
            var answer = person.send(method, to, body == null ? "" : body.replace("TASK", task), Map.of());
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        });
    }

    @Test
    void a_share_is_told_to_both_until_it_is_revoked() {
        var task = task();
        var made = share(task, "eve", "view").expecting(201).json();
        assertThat(made.get("task_id").asString()).isEqualTo(task);
        assertThat(made.get("shared_with_username").asString()).isEqualTo("eve");
        assertThat(made.get("permission").asString()).isEqualTo("view");

        assertThat(share(task, "EVE", "edit").status()).isEqualTo(409);
        var mine = owner.get("/tasks/" + task + "/shares").expecting(200).json();
        assertThat(values(mine, "permission")).containsExactly("view");
        assertThat(owner.get("/tasks/" + task).json().get("share_count").asInt())
                .isEqualTo(1);

        owner.send("PUT", "/tasks/" + task + "/share/eve", "{\"permission\": \"edit\"}", Map.of())
                .expecting(200);
        var theirs = StreamSupport.stream(
                        editor.get("/tasks/shared-with-me").json().spliterator(), false)
                .filter(one -> one.at("/task/id").asString().equals(task))
                .findFirst()
                .orElseThrow();
        assertThat(theirs.get("permission").asString()).isEqualTo("edit");
        assertThat(theirs.get("is_owner").booleanValue()).isFalse();
        assertThat(theirs.get("owner_username").asString()).isEqualTo("amy");
        assertThat(editor.titles()).isEmpty();
        var told = owner.get("/activity/tasks/" + task).json();
        assertThat(told.at("/1/details/shared_with_username").asString()).isEqualTo("eve");

        owner.delete("/tasks/" + task + "/share/eve").expecting(204);
        owner.delete("/tasks/" + task + "/share/eve").expecting(404);
        editor.get("/tasks/" + task).expecting(404);
        assertThat(editor.get("/tasks/shared-with-me").body()).doesNotContain(task);
    }

    @Test
    void comments_come_with_the_task_oldest_first() {
        var task = sharedTask();
        var first = comment(owner, task, " first ");
        comment(viewer, task, "second");
        var edited = owner.patch("/comments/" + first, Map.of("content", "first, again"))
                .expecting(200)
                .json();
        assertThat(edited.get("updated_at").isNull()).isFalse();

        var listed = editor.get("/tasks/" + task + "/comments").expecting(200).json();
        assertThat(values(listed, "content")).containsExactly("first, again", "second");
        assertThat(values(listed, "username")).containsExactly("amy", "vic");
        assertThat(listed.get(1).get("updated_at").isNull()).isTrue();
        assertThat(editor.get("/tasks/" + task).json().get("comments")).isEqualTo(listed);
        var page = owner.get("/tasks?limit=1&sort_by=id&sort_order=desc").json();
        assertThat(page.at("/tasks/0/comments")).isEqualTo(listed);
    }

    @Test
    void a_bulk_edit_is_of_all_or_of_none() {
        var one = task();
        var other = task();
        var unknown = Map.of("task_ids", List.of(one, 999, other), "updates", Map.of("title", "All"));
        var refused = owner.patch("/tasks/bulk", unknown);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().get("detail").asString()).isEqualTo("Tasks not found: [999]");
        assertThat(owner.get("/tasks/" + one).json().get("title").asString()).isEqualTo("Water");

        var done = owner.patch(
                        "/tasks/bulk",
                        Map.of("task_ids", List.of(one, other, one), "updates", Map.of("completed", true)))
                .expecting(200)
                .json();
        assertThat(values(done, "id")).containsExactlyInAnyOrder(one, other);
        assertThat(values(done, "completed")).containsOnly("true");
        assertThat(owner.patch("/tasks/bulk", Map.of("task_ids", List.of(), "updates", Map.of("title", "x")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void an_action_tells_what_became_of_each_task() {
        var one = sharedTask();
        var own = viewer.createTask("Vic's");
        var told = viewer.post("/tasks/actions", Map.of("task_ids", List.of(one, own, "7"), "action", "complete"))
                .expecting(200)
                .json();

        assertThat(values(told.get("results"), "status")).containsExactly("403", "200", "404");
        assertThat(told.get("action_id").asString()).startsWith("action-");
        assertThat(viewer.get("/tasks/" + own).json().get("completed").booleanValue())
                .isTrue();
        viewer.post("/tasks/actions", Map.of("task_ids", List.of(own), "action", "fly"))
                .expecting(422);
    }

    @Test
    void what_is_deleted_is_in_the_trash_alone_until_it_is_restored_or_purged() {
        var task = sharedTask();
        comment(editor, task, "stays");
        owner.delete("/tasks/" + task).expecting(204);

        assertThat(owner.get("/tasks/" + task).status()).isEqualTo(404);
        assertThat(owner.get("/tasks?limit=100").body()).doesNotContain(task);
        assertThat(editor.get("/tasks/shared-with-me").body()).doesNotContain(task);
        assertThat(editor.get("/trash").body()).doesNotContain(task);
        var trash = owner.get("/trash").expecting(200).json();
        assertThat(values(trash.get("tasks"), "id")).contains(task);
        assertThat(trash.at("/tasks/0/deleted_at").isNull()).isFalse();

        var restored = owner.post("/trash/" + task + "/restore", Map.of())
                .expecting(200)
                .json();
        assertThat(restored.get("deleted_at").isNull()).isTrue();
        assertThat(restored.get("share_count").asInt()).isEqualTo(2);
        assertThat(restored.get("comments").size()).isEqualTo(1);
        assertThat(editor.get("/tasks/" + task).status()).isEqualTo(200);

        owner.delete("/tasks/" + task).expecting(204);
        owner.delete("/trash/" + task).expecting(204);
        owner.post("/trash/" + task + "/restore", Map.of()).expecting(404);
        assertThat(owner.get("/trash").body()).doesNotContain(task);
    }

    @Test
    void who_demands_a_version_is_shown_the_current_one_instead() {
        var task = task();
        var refused = owner.send("PATCH", "/tasks/" + task, "{\"title\": \"B\"}", Map.of("If-Match", "\"v7\""));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.json().at("/current/title").asString()).isEqualTo("Water");
        assertThat(refused.json().at("/current/version").asInt()).isZero();

        owner.send("PATCH", "/tasks/" + task, "{\"title\": \"B\"}", Map.of("If-Match", "\"v0\""))
                .expecting(200);
        owner.send("DELETE", "/tasks/" + task, "", Map.of("If-Match", "\"v0\"")).expecting(412);
        owner.send("DELETE", "/tasks/" + task, "", Map.of("If-Match", "W/\"v1\""))
                .expecting(412);
        assertThat(stranger.send("DELETE", "/tasks/" + task, "", Map.of("If-Match", "\"v0\""))
                        .status())
                .isEqualTo(404);
        owner.send("DELETE", "/tasks/" + task, "", Map.of("If-Match", "\"v0\", \"v1\""))
                .expecting(204);
    }

    @Test
    void a_task_is_put_beside_another() {
        var person = person("pam");
        var first = person.createTask("first");
        var second = person.createTask("second");
        var third = person.createTask("third");

        person.post("/tasks/" + third + "/move", Map.of("before", second)).expecting(200);
        person.post("/tasks/" + first + "/move", Map.of()).expecting(200);
        var youngest = person.createTask("youngest");

        var listed = person.get("/tasks?sort_by=place").json().get("tasks");
        assertThat(values(listed, "id")).containsExactly(third, second, first, youngest);
        person.post("/tasks/" + first + "/move", Map.of("after", task())).expecting(404);
    }

    @Test
    void an_edit_that_completes_as_well_is_one_activity() {
        var task = task();
        owner.patch("/tasks/" + task, Map.of("title", "Done", "completed", true))
                .expecting(200);

        var told = owner.get("/activity/tasks/" + task).json();

        assertThat(told.size()).isEqualTo(2);
        assertThat(told.at("/1/details/new_values/title").asString()).isEqualTo("Done");
        assertThat(told.at("/1/details/new_values/completed").booleanValue()).isTrue();
    }
}
