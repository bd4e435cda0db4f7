package io.taskledger.rest.problem;

import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrontDoorTest extends RestServer {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/users/me",
        "GET, /api/v1/tasks",
        "POST, /api/v1/tasks",
        "GET, /api/v1/tasks/x",
        "PATCH, /api/v1/tasks/x",
        "DELETE, /api/v1/tasks/x",
        "GET, /api/v1/activity/tasks/x"
    })
    void whoever_is_not_signed_in_is_asked_to(String method, String path) {
        var answer = stranger(method, path, method.startsWith("P") ? "{}" : "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("detail").asString()).isEqualTo("Not authenticated");
        assertThat(answer.json().path("instance").asString()).isEqualTo(path);
    }

    @Test
    void a_bad_token_is_told_from_none() {
        var answer = stranger("GET", "/api/v1/tasks", "", "Authorization", "Bearer forged");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("detail").asString()).isEqualTo("Invalid or expired token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1/nowhere", "/api/v2/tasks", "/api/v1/tasks/a/b", "/api/v1/auth"})
    void an_unknown_path_is_not_found_whoever_asks(String path) {
        for (var answer : new Answer[] {get(path), stranger("GET", path, ""), stranger("POST", path, "{")}) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().path("detail").asString()).isEqualTo("Not Found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/tasks, 'GET, POST'",
        "HEAD, /api/v1/tasks, 'GET, POST'",
        "OPTIONS, /api/v1/tasks, 'GET, POST'",
        "POST, /api/v1/tasks/x, 'DELETE, GET, PATCH'",
        "PATCH, /api/v1/trash, GET",
        "GET, /api/v1/auth/login, POST",
        "DELETE, /api/v1/health, GET"
    })
    void a_method_that_is_not_offered_is_told_from_a_path_that_is_not(String method, String path, String offered) {
        for (var answer : new Answer[] {send(method, path, ""), stranger(method, path, "")}) {
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo(offered);
        }
    }

    @Test
    void a_slash_too_many_leads_to_the_path_without_it() {
        for (var answer : new Answer[] {get("/api/v1/tasks/?limit=5"), stranger("GET", "/api/v1/tasks/?limit=5", "")}) {
            assertThat(answer.status()).isEqualTo(307);
            assertThat(answer.header("Location")).isEqualTo("/api/v1/tasks?limit=5");
        }
        assertThat(stranger("POST", "/api/v1/auth/login/", "{}").header("Location"))
                .isEqualTo("/api/v1/auth/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b=c", "%2e%2e", "a%3Bb", "a%0Ab"})
    void an_id_that_the_firewall_refuses_is_not_found(String id) {
        house.has(PretendHouse.task("Water"));

        assertThat(get("/api/v1/tasks/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_cookie_of_a_foreign_page_changes_nothing() {
        var answer = stranger(
                "POST",
                "/api/v1/tasks",
                "{\"title\": \"a\"}",
                "Cookie",
                "access_token=the-token-of-ann",
                "Origin",
                "https://evil.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("error").asString()).isEqualTo("Unauthorized Access");
        assertThat(house.commands).isEmpty();
    }
}
