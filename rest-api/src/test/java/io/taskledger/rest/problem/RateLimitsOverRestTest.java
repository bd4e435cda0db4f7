package io.taskledger.rest.problem;

import java.time.Duration;

import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import io.taskledger.security.limit.RateLimit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitsOverRestTest extends RestServer {

    private static final String TASKS = "/api/v1/tasks";
    private static final String MILK = "{\"title\": \"Milk\"}";

    @Test
    void too_many_tasks_are_answered_with_the_time_to_wait_and_nothing_is_done() {
        limits.refuse(RateLimit.TASK_CREATION, Duration.ofMillis(41_001));

        var answer = send("POST", TASKS, MILK);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("42");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("error").asString()).isEqualTo("Rate limit exceeded: 100 per 1 hour");
        assertThat(answer.json().path("detail").asString()).isEqualTo("Rate limit exceeded: 100 per 1 hour");
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/rate-limited");
        assertThat(answer.json().path("title").asString()).isEqualTo("Rate Limit Exceeded");
        assertThat(answer.json().path("retry_after").asInt()).isEqualTo(42);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void a_task_counts_for_who_makes_it() {
        assertThat(send("POST", TASKS, MILK).status()).isEqualTo(201);

        assertThat(limits.taken).containsExactly("TASK_CREATION " + PretendHouse.ANN.text());
    }

    @Test
    void what_is_unfit_or_from_nobody_is_not_counted() {
        assertThat(send("POST", TASKS, "{\"title\": \"\"}").status()).isEqualTo(422);
        assertThat(send("POST", TASKS, "{").status()).isEqualTo(422);
        assertThat(stranger("POST", TASKS, MILK).status()).isEqualTo(401);

        assertThat(limits.taken).isEmpty();
    }

    @Test
    void what_was_done_before_under_its_key_is_not_counted_again() {
        assertThat(send("POST", TASKS, MILK, "Idempotency-Key", "once").status())
                .isEqualTo(201);
        limits.refuse(RateLimit.TASK_CREATION, Duration.ofSeconds(42));

        var again = send("POST", TASKS, MILK, "Idempotency-Key", "once");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(limits.taken).hasSize(1);
    }

    @Test
    void reading_and_changing_is_not_counted() {
        var task = house.has(PretendHouse.task("Milk"));

        get(TASKS);
        get(TASKS + "/" + task.taskId().text());
        send("PATCH", TASKS + "/" + task.taskId().text(), "{\"completed\": true}");

        assertThat(limits.taken).isEmpty();
    }

    @Test
    void a_sign_in_too_many_is_answered_alike() {
        limits.refuse(RateLimit.SIGN_IN, Duration.ofSeconds(1));

        var answer = stranger("POST", "/api/v1/auth/login", "{\"username\": \"ann\", \"password\": \"correct horse\"}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().path("error").asString()).isEqualTo("Rate limit exceeded: 5 per 1 minute");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void the_document_tells_where_it_can_occur_and_what_comes_with_it() {
        var document = stranger("GET", "/openapi.json", "").json();
        for (var operation : new String[] {"/auth/register", "/auth/login", "/tasks"}) {
            var limited = response(document, operation, "post");
            assertThat(limited.path("headers").has("Retry-After")).as(operation).isTrue();
            assertThat(limited.path("content")
                            .path("application/problem+json")
                            .path("examples")
                            .has("rate-limited"))
                    .as(operation)
                    .isTrue();
        }
        assertThat(response(document, "/tasks", "get").isMissingNode()).isTrue();
        assertThat(response(document, "/auth/logout", "post").isMissingNode()).isTrue();
    }

    private static JsonNode response(JsonNode document, String path, String method) {
        return document.path("paths")
                .path("/api/v1" + path)
                .path(method)
                .path("responses")
                .path("429");
    }
}
