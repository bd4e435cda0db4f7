package io.taskledger.app;

import java.nio.file.Path;
import java.util.Map;

import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import io.taskledger.postgres.TemporaryPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits as an installation of two nodes keeps them: the tests beside this one run without. */
class RateLimitsIT {

    private static final String KEY = "1f".repeat(32);
    private static final String PASSWORD = "the engine weaves";

    @TempDir
    private Path one;

    @TempDir
    private Path two;

    @Test
    void two_nodes_share_the_limits_and_each_is_a_setting() {
        var database = TemporaryPostgres.shared().freshDatabase();
        var settings = Map.of(
                "TASKLEDGER_DATABASE_URL",
                database.jdbcUrl(),
                "TASKLEDGER_DATABASE_USER",
                database.user(),
                "TASKLEDGER_DATABASE_PASSWORD",
                database.password(),
                "TASKLEDGER_MASTER_KEY",
                KEY,
                "TASKLEDGER_RATE_LIMITS",
                "on",
                "TASKLEDGER_LIMIT_LOGIN",
                "4/h",
                "TASKLEDGER_LIMIT_TASKS",
                "3/h");
        try (var here = Product.start(one, settings);
                var there = Product.start(two, settings)) {
            here.rest().register("ada", PASSWORD);
            var ada = here.rest().signIn("ada", PASSWORD);
            signIn(there, "wrong", 401);
            signIn(here, "wrong", 401);
            signIn(there, PASSWORD, 200);

            signIn(here, PASSWORD, 429);
            var refused = signIn(there, PASSWORD, 429);
            assertThat(refused.json().get("error").asString()).isEqualTo("Rate limit exceeded: 4 per 1 hour");
            assertThat(refused.json().get("retry_after").asInt()).isBetween(1, 3_600);

            ada.createTask("one");
            ada.at(there).createTask("two");
            ada.createTask("three");
            assertThat(ada.at(there).post("/tasks", Map.of("title", "")).status())
                    .isEqualTo(422);
            assertThat(ada.post("/tasks", Map.of("title", "four")).status()).isEqualTo(429);
            assertThat(ada.at(there).post("/tasks", Map.of("title", "four")).status())
                    .isEqualTo(429);
            assertThat(ada.titles()).hasSize(3);
        }
    }

    private static Rest.Answer signIn(Product node, String password, int status) {
        return node.rest()
                .post("/auth/login", Map.of("username", "ada", "password", password))
                .expecting(status);
    }
}
