package io.taskledger.rest.status;

import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusOverRestTest extends RestServer {

    @AfterEach
    void startTheDatabase() {
        heart.beats = true;
    }

    @Test
    void health_tells_of_the_database_and_answers_in_any_case() {
        assertThat(stranger("GET", "/api/v1/health", "").text())
                .isEqualTo("{\"status\":\"ok\",\"database\":\"healthy\"}");

        heart.beats = false;

        var ill = stranger("GET", "/api/v1/health", "");
        assertThat(ill.status()).isEqualTo(200);
        assertThat(ill.text()).isEqualTo("{\"status\":\"ok\",\"database\":\"unhealthy\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/"})
    void the_root_greets_with_a_slash_and_without(String path) {
        assertThat(stranger("GET", path, "").text())
                .isEqualTo("{\"message\":\"Task Manager API\",\"status\":\"running\"}");
    }

    @Test
    void the_release_is_told() {
        assertThat(stranger("GET", "/api/v1/version", "").text())
                .isEqualTo("{\"version\":\"0.1.0\",\"environment\":\"development\"}");
    }

    @Test
    void there_is_no_icon_and_no_error_about_it() {
        assertThat(get("/api/v1/favicon.ico").status()).isEqualTo(204);
    }
}
