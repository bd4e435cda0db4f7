package io.taskledger.rest.once;

import io.taskledger.messages.once.FirstAnswer;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyOverRestTest extends RestServer {

    private static final String KEY = "Idempotency-Key";
    private static final String FERNS = "{\"title\":\"Water the ferns 🌱\"}";

    @Test
    void a_repeated_request_is_done_once_and_answered_as_the_first() {
        var first = send("POST", "/api/v1/tasks", FERNS, KEY, "k");
        house.tasks.clear();

        var second = send("POST", "/api/v1/tasks", FERNS, KEY, "k");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertSame(second, first);
        assertThat(house.commands).hasSize(1);
    }

    @Test
    void without_a_key_it_is_done_twice() {
        send("POST", "/api/v1/tasks", FERNS);
        var second = send("POST", "/api/v1/tasks", FERNS);

        assertThat(second.header("Idempotency-Replayed")).isEmpty();
        assertThat(house.commands).hasSize(2);
    }

    @Test
    void an_answer_that_was_lost_is_made_anew_for_what_was_done() {
        house.forgetful = true;
        var first = send("POST", "/api/v1/tasks", FERNS, KEY, "k");

        var second = send("POST", "/api/v1/tasks", FERNS, KEY, "k");

        assertSame(second, first);
        assertThat(house.commands).hasSize(1);
    }

    @Test
    void an_answer_that_comes_too_late_for_a_second_request_is_given_to_it_after_all() {
        var first = send("POST", "/api/v1/tasks", FERNS, KEY, "k");
        var kept = house.kept.remove("k");
        house.asked = () -> {
            house.asked = () -> {};
            house.kept.put("k", kept);
        };
        house.tasks.clear();

        assertSame(send("POST", "/api/v1/tasks", FERNS, KEY, "k"), first);
        assertThat(house.commands).hasSize(1);
    }

    @Test
    void changes_and_deletions_are_repeated_too() {
        var path = "/api/v1/tasks/" + house.has(PretendHouse.task("Water")).taskId();

        var edited = send("PATCH", path, "{\"completed\":true}", KEY, "k1");
        assertSame(send("PATCH", path, "{\"completed\":true}", KEY, "k1"), edited);
        var deleted = send("DELETE", path, "", KEY, "k2");
        assertSame(send("DELETE", path, "", KEY, "k2"), deleted);

        assertThat(edited.status()).isEqualTo(200);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(house.commands).hasSize(2);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        send("POST", "/api/v1/tasks", FERNS, KEY, "k");

        var other = send("POST", "/api/v1/tasks", "{\"title\":\"Other\"}", KEY, "k");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asString()).isEqualTo("/problems/key-reused");
        assertThat(other.json().path("instance").asString()).isEqualTo("/api/v1/tasks");
        assertThat(house.commands).hasSize(1);
    }

    @Test
    void the_same_body_to_another_address_is_another_request() {
        var one = "/api/v1/tasks/" + house.has(PretendHouse.task("One")).taskId();
        var two = "/api/v1/tasks/" + house.has(PretendHouse.task("Two")).taskId();
        send("DELETE", one, "", KEY, "k");

        assertThat(send("DELETE", two, "", KEY, "k").status()).isEqualTo(422);
    }

    @Test
    void what_was_refused_is_looked_at_again() {
        house.fault = new IllegalStateException("the house is on fire");
        var path = "/api/v1/tasks/" + house.has(PretendHouse.task("Water")).taskId();
        assertThat(send("DELETE", path, "", KEY, "k").status()).isEqualTo(500);
        house.fault = null;

        var second = send("DELETE", path, "", KEY, "k");

        assertThat(second.status()).isEqualTo(204);
        assertThat(second.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void an_answer_that_was_not_up_to_date_is_made_anew() {
        house.late = true;
        var first = send("POST", "/api/v1/tasks", FERNS, KEY, "k");
        assertThat(first.header("Taskledger-Stale")).isEqualTo("true");

        var second = send("POST", "/api/v1/tasks", FERNS, KEY, "k");

        assertThat(second.json().path("id").asString())
                .isEqualTo(first.json().path("id").asString());
        assertThat(house.commands).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void a_key_of_another_length_is_refused(int length) {
        assertThat(send("POST", "/api/v1/tasks", FERNS, KEY, "k".repeat(length)).status())
                .isEqualTo(422);
        assertThat(house.commands).isEmpty();
    }

    @Test
    void the_longest_key_is_taken_and_one_with_other_characters_is_not() {
        assertThat(send("POST", "/api/v1/tasks", FERNS, KEY, "~".repeat(255)).status())
                .isEqualTo(201);
        var refused = send("POST", "/api/v1/tasks", FERNS, KEY, "a\tkey");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/loc/1").asString()).isEqualTo(KEY);
    }

    @Test
    void reading_needs_no_key_and_ignores_one() {
        assertThat(get("/api/v1/tasks", KEY, "k".repeat(300)).status()).isEqualTo(200);
    }

    @Test
    void who_is_not_signed_in_is_told_so_first() {
        assertThat(stranger("POST", "/api/v1/tasks", FERNS, KEY, "").status()).isEqualTo(401);
    }

    @Test
    void a_body_that_is_too_large_stays_so() {
        var large = "{\"title\":\"" + "x".repeat(1 << 20) + "\"}";

        assertThat(send("POST", "/api/v1/tasks", large, KEY, "k").status()).isEqualTo(413);
    }

    @Test
    void a_kept_answer_is_of_the_request_that_it_was_kept_for() {
        send("POST", "/api/v1/tasks", FERNS, KEY, "k");

        assertThat(house.kept).containsOnlyKeys("k");
        assertThat(house.kept.values())
                .singleElement()
                .extracting(FirstAnswer::digest)
                .asString()
                .matches("[0-9a-f]{64}");
    }

    private static void assertSame(Answer again, Answer first) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        for (var name : new String[] {"Content-Type", "ETag", "Taskledger-Position"}) {
            assertThat(again.header(name)).as(name).isEqualTo(first.header(name));
        }
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }
}
