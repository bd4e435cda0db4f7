package io.taskledger.rest.task;

import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvalidTasksTest extends RestServer {

    private static final String TASKS = "/api/v1/tasks";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                       | [`body`,`title`]       | missing",
                "{`title`: null}                          | [`body`,`title`]       | string_type",
                "{`title`: 5}                             | [`body`,`title`]       | string_type",
                "{`title`: ``}                            | [`body`,`title`]       | string_too_short",
                "{`title`: `  `}                          | [`body`,`title`]       | string_too_short",
                "{`title`: `a\\u0000b`}                   | [`body`,`title`]       | string_unicode",
                "{`title`: `a\\ud800b`}                   | [`body`,`title`]       | string_unicode",
                "{`title`: `a`, `description`: 5}         | [`body`,`description`] | string_type",
                "{`title`: `a`, `priority`: `HIGH`}       | [`body`,`priority`]    | enum",
                "{`title`: `a`, `priority`: null}         | [`body`,`priority`]    | string_type",
                "{`title`: `a`, `due_date`: `2026-02-30`} | [`body`,`due_date`]    | date_from_datetime_parsing",
                "{`title`: `a`, `due_date`: ``}           | [`body`,`due_date`]    | date_from_datetime_parsing",
                "{`title`: `a`, `due_date`: `0000-01-01`} | [`body`,`due_date`]    | date_from_datetime_parsing",
                "{`title`: `a`, `due_date`: 5}            | [`body`,`due_date`]    | date_type",
                "{`title`: `a`, `due_time`: `8:30`}       | [`body`,`due_time`]    | time_parsing",
                "{`title`: `a`, `due_time`: `08:30`}      | [`body`,`due_time`]    | value_error",
                "{`title`: `a`, `tags`: null}             | [`body`,`tags`]        | list_type",
                "{`title`: `a`, `tags`: `a,b`}            | [`body`,`tags`]        | list_type",
                "{`title`: `a`, `tags`: [`a`, 1]}         | [`body`,`tags`,1]      | string_type",
                "{`title`: `a`, `completed`: null}        | [`body`,`completed`]   | bool_type",
                "{`title`: `a`, `completed`: 2}           | [`body`,`completed`]   | bool_parsing",
                "{`title`: `a`, `completed`: 1.5}         | [`body`,`completed`]   | bool_parsing",
                "{`title`: `a`, `completed`: 1e999}       | [`body`,`completed`]   | bool_parsing",
                "{`title`: `a`, `completed`: `perhaps`}   | [`body`,`completed`]   | bool_parsing",
                "[]                                       | [`body`]               | model_attributes_type",
                "5                                        | [`body`]               | model_attributes_type",
                "null                                     | [`body`]               | missing"
            })
    void what_breaks_a_rule_is_named_with_its_place(String body, String loc, String type) {
        var answer = send("POST", TASKS, body.replace('`', '"'));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/invalid-input");
        assertThat(answer.json().path("detail").isString()).isTrue();
        assertThat(answer.json().at("/errors/0/loc").toString()).isEqualTo(loc.replace('`', '"'));
        assertThat(answer.json().at("/errors/0/type").asString()).isEqualTo(type);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var answer = send("POST", TASKS, "{\"due_date\": \"soon\", \"completed\": 7, \"tags\": 1}");

        assertThat(answer.json().path("errors").size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"title,201,string_too_long", "description,10001,string_too_long"})
    void texts_have_an_end(String field, int length, String type) {
        var fits = "{\"title\": \"a\", \"%s\": \"%s\"}".formatted(field, "x".repeat(length - 1));
        var tooLong = "{\"title\": \"a\", \"%s\": \"%s\"}".formatted(field, "x".repeat(length));

        assertThat(send("POST", TASKS, fits).status()).isEqualTo(201);
        assertThat(send("POST", TASKS, tooLong).json().at("/errors/0/type").asString())
                .isEqualTo(type);
        var task = house.has(PretendHouse.task("Water"));
        assertThat(send("PATCH", TASKS + "/" + task.taskId(), tooLong).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "priority", "tags", "completed"})
    void a_field_that_cannot_be_empty_is_not_cleared(String field) {
        var task = house.has(PretendHouse.task("Water"));

        assertThat(send("PATCH", TASKS + "/" + task.taskId(), "{\"" + field + "\": null}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"title\": }", "{} {}", "{\"title\": NaN}", "\u0001", "{'title': 'a'}"})
    void what_is_no_json_is_refused_also_from_a_stranger(String body) {
        for (var answer : new Answer[] {send("POST", TASKS, body), stranger("POST", TASKS, body)}) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/type").asString()).isEqualTo("json_invalid");
        }
        assertThat(stranger("POST", TASKS, "{\"title\": 5}").status()).isEqualTo(401);
    }

    @Test
    void a_body_must_be_there_and_be_json() {
        assertThat(send("POST", TASKS, "").json().at("/errors/0/type").asString())
                .isEqualTo("missing");
        assertThat(send("POST", TASKS, "title=a", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(422);
        assertThat(send("POST", TASKS, "{\"title\": \"a\"}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(422);
        assertThat(send("POST", TASKS, "{\"title\": \"a\"}", "Content-Type", "application/merge-patch+json")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void depth_and_size_of_a_body_are_limited() {
        var deep = send("POST", TASKS, "[".repeat(100_000)).json();
        assertThat(deep.at("/errors/0/type").asString()).isEqualTo("json_too_large");
        assertThat(deep.at("/detail").asString()).contains("at most 64 deep");
        assertThat(send("POST", TASKS, "{\"title\": " + "9".repeat(2_000) + "}")
                        .json()
                        .at("/detail")
                        .asString())
                .contains("at most 1000");

        var large = "{\"title\": \"" + "x".repeat(1_100_000) + "\"}";
        assertThat(send("POST", TASKS, large).status()).isEqualTo(413);
        assertThat(stranger("POST", TASKS, large).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "completed=,completed,bool_parsing",
        "completed=2,completed,bool_parsing",
        "overdue=perhaps,overdue,bool_parsing",
        "priority=,priority,enum",
        "priority=HIGH,priority,enum",
        "due_after=2026-1-1,due_after,date_from_datetime_parsing",
        "due_before=,due_before,date_from_datetime_parsing",
        "sort_by=owner,sort_by,enum",
        "sort_order=up,sort_order,enum",
        "skip=-1,skip,greater_than_equal",
        "skip=x,skip,int_parsing",
        "skip=99999999999,skip,int_parsing_size",
        "limit=0,limit,greater_than_equal",
        "limit=101,limit,less_than_equal",
        "limit=1.5,limit,int_parsing",
        "search=a%00b,search,string_unicode"
    })
    void a_query_parameter_that_breaks_a_rule_is_named(String query, String name, String type) {
        var answer = get(TASKS + "?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/loc").toString()).isEqualTo("[\"query\",\"" + name + "\"]");
        assertThat(answer.json().at("/errors/0/type").asString()).isEqualTo(type);
        assertThat(house.queries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "nonsense",
                "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
                "user-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
                "%F0%9F%8D%8B"
            })
    void a_malformed_id_is_answered_like_an_unknown_one(String id) {
        for (var answer : new Answer[] {
            get(TASKS + "/" + id), send("PATCH", TASKS + "/" + id, "{}"), get("/api/v1/activity/tasks/" + id)
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("error").asString()).isEqualTo("Task Not Found");
            assertThat(answer.json().path("task_id").isString()).isTrue();
        }
        assertThat(send("PATCH", TASKS + "/" + id, "{\"title\": 5}").status()).isEqualTo(422);
    }

    @Test
    void the_answer_for_a_missing_task_is_the_contracts_and_the_standards() {
        var id = TaskId.next();

        assertThat(get(TASKS + "/" + id).text()).isEqualTo("""
                {"type":"/problems/task-not-found","title":"Task Not Found","status":404,\
                "detail":"Task with ID %1$s not found","instance":"/api/v1/tasks/%1$s","error":"Task Not Found",\
                "message":"Task with ID %1$s not found","task_id":"%1$s"}""".formatted(id));
    }
}
