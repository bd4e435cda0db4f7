package io.taskledger.app.contract;

import java.util.List;
import java.util.Map;

import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tasks in a team's workspace: what each role may do to a task that Cora, one of the editors, made there. */
@ExtendWith(OneProduct.class)
class TeamWorkIT {

    private static final String PASSWORD = "many hands in a team";

    private static Product product;
    private static Rest admin;
    private static Rest creator;
    private static Rest editor;
    private static Rest viewer;
    private static Rest stranger;
    private static String workspace;

    @BeforeAll
    static void enter(Product running) {
        product = running;
        admin = person("team-ada");
        creator = person("team-cora");
        editor = person("team-eli");
        viewer = person("team-vera");
        stranger = person("team-nobody");
        workspace = id(admin.post("/workspaces", Map.of("name", "Bridges")).expecting(201));
        join("team-cora", creator, "editor");
        join("team-eli", editor, "editor");
        join("team-vera", viewer, "viewer");
    }

    private static Rest person(String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }

    private static void join(String name, Rest person, String role) {
        var invitations = "/workspaces/" + workspace + "/invitations";
        var invited = id(
                admin.post(invitations, Map.of("username", name, "role", role)).expecting(201));
        person.post(invitations + "/" + invited + "/accept", Map.of()).expecting(200);
    }

    private static String id(Rest.Answer answer) {
        return answer.json().path("id").asString();
    }

    private static String task() {
        return id(creator.post("/tasks", Map.of("title", "Paint", "tags", List.of("rust"), "workspace_id", workspace))
                .expecting(201));
    }

    @ParameterizedTest(name = "{0} {1}: {3} {4} {5} {6} {7}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /tasks/TASK           |                                                 | 200 | 200 | 200 | 200 | 404
            GET    | /activity/tasks/TASK  |                                                 | 200 | 200 | 200 | 200 | 404
            GET    | /tasks/TASK/comments  |                                                 | 200 | 200 | 200 | 200 | 404
            POST   | /tasks/TASK/comments  | {"content": "x"}                                | 201 | 201 | 201 | 201 | 404
            PATCH  | /tasks/TASK           | {"title": "New"}                                | 200 | 200 | 200 | 403 | 404
            PATCH  | /tasks/bulk           | {"task_ids": ["TASK"], "updates": {"completed": true}} | 200 | 200 | 200 | 403 | 404
            POST   | /tasks/TASK/tags      | ["a"]                                           | 200 | 200 | 200 | 403 | 404
            DELETE | /tasks/TASK/tags/rust |                                                 | 200 | 200 | 200 | 403 | 404
            POST   | /tasks/TASK/move      | {}                                              | 200 | 200 | 200 | 403 | 404
            PUT    | /tasks/TASK/assignee  | {"username": "team-vera"}                       | 200 | 200 | 200 | 403 | 404
            PUT    | /tasks/TASK/assignee  | {"username": "team-nobody"}                     | 409 | 409 | 409 | 403 | 404
            POST   | /tasks/TASK/reminders | {"minutes_before": 10}                          | 201 | 201 | 201 | 201 | 404
            PATCH  | /comments/COMMENT     | {"content": "y"}                                | 200 | 403 | 403 | 403 | 404
            DELETE | /comments/COMMENT     |                                                 | 204 | 204 | 403 | 403 | 404
            GET    | /tasks/TASK/shares    |                                                 | 200 | 200 | 403 | 403 | 404
            POST   | /tasks/TASK/share     | {"shared_with_username": "team-nobody"}         | 201 | 201 | 403 | 403 | 404
            POST   | /tasks/TASK/leave     |                                                 | 404 | 404 | 404 | 404 | 404
            DELETE | /tasks/TASK           |                                                 | 204 | 204 | 403 | 403 | 404
            POST   | /trash/TRASHED/restore |                                                | 200 | 200 | 404 | 404 | 404
            DELETE | /trash/TRASHED        |                                                 | 204 | 204 | 404 | 404 | 404
            """)
    void each_role_may_do_what_the_table_says(
            String method,
            String path,
            String body,
            int byCreator,
            int byAdmin,
            int byEditor,
            int byViewer,
            int byStranger) {
        var expected =
                Map.of(creator, byCreator, admin, byAdmin, editor, byEditor, viewer, byViewer, stranger, byStranger);
        expected.forEach((person, status) -> {
            var task = task();
            // Others may be shown a moment later what was just done, unless they ask for it.
            var last =
                    creator.patch("/tasks/" + task, Map.of("priority", "low")).expecting(200);
            if (path.contains("TRASHED")) {
                last = creator.delete("/tasks/" + task).expecting(204);
            }
            var comment = path.contains("COMMENT")
                    ? id(creator.post("/tasks/" + task + "/comments", Map.of("content", "x"))
                            .expecting(201))
                    : "";
            var to = path.replace("TASK", task).replace("TRASHED", task).replace("COMMENT", comment);
            var answer = person.send(
                    method,
                    to,
                    body == null ? "" : body.replace("TASK", task),
                    Map.of("Taskledger-Position", last.position()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        });
    }

    @Test
    void a_viewer_with_whom_a_task_is_shared_to_edit_may_edit_it_until_that_is_revoked() {
        var task = task();
        var edit = Map.of("title", "By Vera");
        viewer.patch("/tasks/" + task, edit).expecting(403);

        creator.post("/tasks/" + task + "/share", Map.of("shared_with_username", "team-vera", "permission", "edit"))
                .expecting(201);
        viewer.patch("/tasks/" + task, edit).expecting(200);

        admin.delete("/tasks/" + task + "/share/team-vera").expecting(204);
        viewer.patch("/tasks/" + task, edit).expecting(403);
        viewer.get("/tasks/" + task).expecting(200);
    }

    @Test
    void a_teams_tasks_are_listed_to_its_members_by_workspace_and_to_nobody_else() {
        var task = task();
        var listing = "/tasks?sort_by=id&sort_order=desc&workspace_id=" + workspace;

        for (var member : List.of(admin, creator, editor, viewer)) {
            assertThat(member.get(listing).expecting(200).body()).contains(task);
        }
        assertThat(stranger.get(listing).expecting(200).body()).doesNotContain(task);
        assertThat(admin.get("/tasks").body()).doesNotContain(task);
        stranger.post("/tasks", Map.of("title", "Intrude", "workspace_id", workspace))
                .expecting(404);
        viewer.post("/tasks", Map.of("title", "Intrude", "workspace_id", workspace))
                .expecting(403);
    }
}
