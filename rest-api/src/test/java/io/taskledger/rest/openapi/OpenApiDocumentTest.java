package io.taskledger.rest.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.taskledger.rest.RestServer;
import io.taskledger.rest.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiDocumentTest extends RestServer {

    /** Operations that answer with a file. */
    private static final Set<String> BYTES = Set.of("download_file", "show_avatar");

    private JsonNode document() {
        var answer = stranger("GET", "/openapi.json", "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonNode> operations(JsonNode document) {
        var operations = new ArrayList<JsonNode>();
        document.path("paths").values().forEach(path -> operations.addAll(path.values()));
        return operations;
    }

    @Test
    void it_knows_every_operation_and_no_server_by_name() {
        var document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("servers").size()).isEqualTo(1);
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(operations(document))
                .extracting(operation -> operation.path("operationId").asString())
                .containsExactlyInAnyOrder(
                        "register",
                        "login",
                        "logout",
                        "refresh",
                        "list_sessions",
                        "end_session",
                        "end_other_sessions",
                        "list_tokens",
                        "make_token",
                        "revoke_token",
                        "delete_account",
                        "export_account",
                        "export_activity",
                        "replay_task",
                        "replay_tasks",
                        "request_password_reset",
                        "reset_password",
                        "own_account",
                        "edit_profile",
                        "change_email",
                        "change_password",
                        "show_preferences",
                        "change_preferences",
                        "subscribe",
                        "send_verification",
                        "verify_email",
                        "follow_verification",
                        "follow_events",
                        "list_notifications",
                        "count_notifications",
                        "read_notification",
                        "read_notifications",
                        "create_task",
                        "list_tasks",
                        "show_task",
                        "list_versions",
                        "show_version",
                        "name_version",
                        "unname_version",
                        "list_own_actions",
                        "plan_undo",
                        "undo_action",
                        "redo_action",
                        "restore_version",
                        "compare_task",
                        "blame_task",
                        "compare_lists",
                        "edit_task",
                        "delete_task",
                        "task_timeline",
                        "list_activity",
                        "activity_totals",
                        "task_statistics",
                        "daily_task_statistics",
                        "edit_tasks",
                        "act_on_tasks",
                        "search_tasks",
                        "list_tags",
                        "change_tag",
                        "remove_tag",
                        "tag_task",
                        "untag_task",
                        "share_task",
                        "list_shares",
                        "list_shared_with_me",
                        "change_permission",
                        "revoke_share",
                        "leave_task",
                        "add_comment",
                        "list_comments",
                        "edit_comment",
                        "delete_comment",
                        "upload_file",
                        "list_files",
                        "download_file",
                        "delete_file",
                        "import_file",
                        "task_history",
                        "verify_email_address",
                        "upload_avatar",
                        "remove_avatar",
                        "show_avatar",
                        "move_task",
                        "assign_task",
                        "unassign_task",
                        "list_trash",
                        "restore_task",
                        "purge_task",
                        "list_reminders",
                        "set_reminder",
                        "remove_reminder",
                        "list_workspaces",
                        "create_workspace",
                        "show_workspace",
                        "rename_workspace",
                        "leave_workspace",
                        "add_list",
                        "edit_list",
                        "remove_list",
                        "change_role",
                        "remove_member",
                        "list_invitations",
                        "invite",
                        "withdraw_invitation",
                        "accept_invitation",
                        "decline_invitation",
                        "own_invitations",
                        "search_users",
                        "list_projections",
                        "show_projection",
                        "roll_back_projection",
                        "rebuild_projection_rows",
                        "drop_projection_version",
                        "rebuild_projection",
                        "verify_projection",
                        "replay_ledger",
                        "show_replay",
                        "list_rebuilds",
                        "show_rebuild",
                        "pause_rebuild",
                        "resume_rebuild",
                        "cancel_rebuild",
                        "swap_projection",
                        "list_dead_letters",
                        "retry_dead_letter",
                        "skip_dead_letter",
                        "root",
                        "health",
                        "version");
        assertThat(document.path("components")
                        .path("schemas")
                        .path("NewTask")
                        .path("required")
                        .toString())
                .isEqualTo("[\"title\"]");
    }

    @Test
    void the_list_tells_its_query_parameters() {
        var parameters = document().at("/paths/~1api~1v1~1tasks/get/parameters");

        assertThat(parameters.values())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder(
                        "completed",
                        "priority",
                        "tags",
                        "overdue",
                        "search",
                        "due_after",
                        "due_before",
                        "tags_any",
                        "created_after",
                        "created_before",
                        "workspace_id",
                        "list_id",
                        "assignee",
                        "shared",
                        "at",
                        "recorded_at",
                        "position",
                        "sort_by",
                        "sort_order",
                        "skip",
                        "limit",
                        "cursor");
    }

    @Test
    void every_field_is_spelled_in_snake_case() {
        document()
                .path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> assertThat(
                                schema.getValue().path("properties").propertyNames())
                        .allMatch(name -> name.matches("[a-z_]+")));
    }

    @Test
    void every_operation_has_examples_of_its_answers_and_of_its_problems() {
        for (var operation : operations(document())) {
            var name = operation.path("operationId").asString();
            assertThat(operation.path("summary").asString()).as(name).isNotEmpty();
            operation.path("responses").properties().forEach(response -> {
                var status = response.getKey();
                var content = response.getValue().path("content");
                if (status.startsWith("2") && BYTES.contains(name)) {
                    assertThat(content.findValuesAsString("format")).as(name).containsExactly("binary");
                } else if (status.startsWith("2") && !status.equals("204") && !content.has("application/zip")) {
                    assertThat(content.path("application/json").has("example"))
                            .as(name)
                            .isTrue();
                } else if (!status.startsWith("2") && !status.startsWith("3")) {
                    assertThat(content.path("application/problem+json")
                                    .path("examples")
                                    .size())
                            .as(name + " " + status)
                            .isPositive();
                }
            });
            assertThat(operation.path("responses").has("500")).as(name).isTrue();
        }
    }

    @Test
    void every_example_has_exactly_the_fields_of_its_schema() {
        var document = document();
        for (var operation : operations(document)) {
            operation.path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .map(response -> response.getValue().path("content").path("application/json"))
                    .filter(content -> content.has("example"))
                    .forEach(content -> assertThat(names(first(content.path("example"))))
                            .as(operation.path("operationId").asString())
                            .isEqualTo(names(
                                    schema(document, content.path("schema")).path("properties"))));
            var request = operation.at("/requestBody/content/application~1json");
            if (request.at("/schema/items/type").isString()) {
                assertThat(request.path("example").isArray()).isTrue();
            } else if (!request.isMissingNode()) {
                assertThat(names(schema(document, request.path("schema")).path("properties")))
                        .containsAll(names(request.path("example")));
                assertThat(request.path("example").size()).isPositive();
            }
        }
    }

    @Test
    void an_operation_that_needs_a_token_says_so() {
        for (var operation : operations(document())) {
            var open = operation.path("security").isArray()
                    && operation.path("security").isEmpty();
            assertThat(operation.path("responses").has("401"))
                    .as(operation.path("operationId").asString())
                    .isEqualTo(!open
                            || Set.of("login", "refresh")
                                    .contains(operation.path("operationId").asString()));
        }
    }

    @Test
    void it_is_found_under_the_base_too() {
        assertThat(stranger("GET", "/api/v1/openapi.json", "").header("Location"))
                .isEqualTo("/openapi.json");
        assertThat(stranger("GET", "/api/v1/docs", "").header("Location")).isEqualTo("/docs");
        assertThat(stranger("GET", "/docs", "").status()).isIn(200, 302);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_problem_type_leads_to_its_explanation(ProblemType type) {
        var page = get(type.uri());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains(type.title(), type.explanation());
    }

    @Test
    void a_problem_that_does_not_exist_is_not_found() {
        assertThat(get("/problems").text())
                .contains(Stream.of(ProblemType.values()).map(ProblemType::uri).toList());
        assertThat(get("/problems/%3Cscript%3E").status()).isEqualTo(404);
        assertThat(get("/problems/%3Cscript%3E").text()).doesNotContain("<script>");
    }

    private static JsonNode first(JsonNode example) {
        return example.isArray() ? example.get(0) : example;
    }

    private static JsonNode schema(JsonNode document, JsonNode schema) {
        var one = schema.has("oneOf") ? schema.at("/oneOf/0") : schema;
        var reference = one.has("items") ? one.path("items") : one;
        return document.at(reference.path("$ref").asString().substring(1));
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }
}
