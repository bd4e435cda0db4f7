package io.taskledger.rest.history;

import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionNamesOverRestTest extends RestServer {

    private static final TaskId TASK = new TaskId("task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
    private static final String VERSIONS = "/api/v1/tasks/" + TASK + "/versions/";

    @Test
    void a_version_gets_a_name_and_is_answered_with_it() {
        house.has(PretendHouse.task("Water", TASK));

        var answer = send("PUT", VERSIONS + "7/name", "{\"name\": \"  Draft \"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("version").asInt()).isEqualTo(7);
        assertThat(answer.json().path("name").asString()).isEqualTo("Draft");
        assertThat(house.commands).containsExactly(new NameVersion(TASK, 7, "Draft"));
    }

    @Test
    void the_name_is_taken_away() {
        house.has(PretendHouse.task("Water", TASK));

        assertThat(send("DELETE", VERSIONS + "7/name", "").status()).isEqualTo(204);
        assertThat(house.commands).containsExactly(new NameVersion(TASK, 7, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": null}",
                "{\"name\": 7}",
                "{\"name\": \"\"}",
                "{\"name\": \" \\t\"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"two\\nlines\"}",
                "{\"name\": \"\\u0007\"}",
                "{\"name\": \"two\\u2028lines\"}",
                "{\"name\": \"\\ud83c\"}"
            })
    void what_is_no_name_is_refused(String body) {
        house.has(PretendHouse.task("Water", TASK));

        var answer = send("PUT", VERSIONS + "7/name", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"name\"");
        assertThat(house.commands).isEmpty();
    }

    @Test
    void a_name_has_100_characters_at_most() {
        house.has(PretendHouse.task("Water", TASK));

        assertThat(send("PUT", VERSIONS + "7/name", "{\"name\": \"" + "🌱".repeat(100) + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(send("PUT", VERSIONS + "7/name", "{\"name\": \"" + "🌱".repeat(101) + "\"}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999999999999"})
    void what_is_no_number_names_no_version(String version) {
        house.has(PretendHouse.task("Water", TASK));

        assertThat(send("PUT", VERSIONS + version + "/name", "{\"name\": \"Draft\"}")
                        .status())
                .isEqualTo(404);
        assertThat(send("DELETE", VERSIONS + version + "/name", "").status()).isEqualTo(404);
        assertThat(house.commands).isEmpty();
    }
}
