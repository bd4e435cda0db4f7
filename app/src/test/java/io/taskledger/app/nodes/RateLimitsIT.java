package io.taskledger.app.nodes;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits as an installation of two nodes keeps them, each by its setting. */
@OnTwoNodes
class RateLimitsIT {

    private static final String PASSWORD = "the engine weaves";
    private static final int GUESSES = 200;
    private static final int GUESSES_AT_ONCE = 40;

    @Test
    void two_nodes_share_what_an_account_may_try(TwoNodes nodes) {
        nodes.a().rest().register("ada", PASSWORD);
        signIn(nodes.a(), PASSWORD, 200);
        signIn(nodes.b(), "wrong", 401);
        signIn(nodes.a(), "wrong", 401);
        signIn(nodes.b(), PASSWORD, 200);

        signIn(nodes.a(), PASSWORD, 429);
        var refused = signIn(nodes.b(), PASSWORD, 429).json();
        assertThat(refused.get("error").asString())
                .isEqualTo("Rate limit exceeded: " + TwoNodes.SIGN_INS + " per 1 hour");
        assertThat(refused.get("retry_after").asInt()).isBetween(1, 3_600);
    }

    @Test
    void of_200_guesses_at_once_over_two_nodes_no_more_are_looked_at_than_at_one(TwoNodes nodes) throws Exception {
        nodes.a().rest().register("babbage", PASSWORD);
        try (var crowd = Executors.newFixedThreadPool(GUESSES_AT_ONCE)) {
            var guesses = IntStream.range(0, GUESSES)
                    .<Callable<Integer>>mapToObj(guess -> () -> (guess % 2 == 0 ? nodes.a() : nodes.b())
                            .rest()
                            .post("/auth/login", Map.of("username", "babbage", "password", "guess-" + guess))
                            .status())
                    .toList();
            var lookedAt = 0;
            for (var guess : crowd.invokeAll(guesses)) {
                assertThat(guess.get()).isIn(401, 429);
                lookedAt += guess.get() == 401 ? 1 : 0;
            }
            assertThat(lookedAt).isBetween(1, TwoNodes.SIGN_INS);
        }
    }

    @Test
    void two_nodes_share_how_many_tasks_somebody_may_create(TwoNodes nodes) {
        nodes.a().rest().register("lovelace", PASSWORD);
        var here = nodes.a().rest().signIn("lovelace", PASSWORD);
        var there = here.at(nodes.b());
        var created = 0;
        while (created < 2 * TwoNodes.TASKS && create(created % 2 == 0 ? here : there, "task " + created) == 201) {
            created++;
        }

        // What was used comes back bit by bit, so a slow machine is allowed some more.
        assertThat(created).isBetween(TwoNodes.TASKS, TwoNodes.TASKS + 10);
        assertThat(create(here, "one more")).isEqualTo(429);
        assertThat(create(there, "one more")).isEqualTo(429);
        assertThat(here.titles()).hasSize(created);
    }

    private static int create(Rest person, String title) {
        return person.post("/tasks", Map.of("title", title)).status();
    }

    private static Rest.Answer signIn(Product node, String password, int status) {
        return node.rest()
                .post("/auth/login", Map.of("username", "ada", "password", password))
                .expecting(status);
    }
}
