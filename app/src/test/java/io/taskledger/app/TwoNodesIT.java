package io.taskledger.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Product;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes on a PostgreSQL that somebody else runs. */
class TwoNodesIT {

    private static final String KEY = "ab".repeat(32);
    private static final String PASSWORD = "both of one mind";

    private final ConnectionDetails database = TemporaryPostgres.shared().freshDatabase();

    @Test
    void what_is_written_on_one_is_read_on_the_other_at_its_position(
            @TempDir Path one, @TempDir Path two, @TempDir Path stranger) {
        try (var a = Product.start(one, settings(KEY));
                var b = Product.start(two, settings(KEY))) {
            a.rest().register("ida", PASSWORD);
            var atA = a.rest().signIn("ida", PASSWORD);
            var atB = atA.at(b); // the token counts on both
            for (var i = 0; i < 20; i++) {
                var created = atA.post("/tasks", Map.of("title", "draft " + i)).expecting(201);
                var id = created.json().get("id").asString();
                assertThat(created.position()).isNotEmpty();
                assertThat(atB.get("/tasks/" + id, created.position())
                                .expecting(200)
                                .json()
                                .get("title")
                                .asString())
                        .isEqualTo("draft " + i);

                var completed =
                        atB.patch("/tasks/" + id, Map.of("completed", true)).expecting(200);
                assertThat(atA.get("/tasks/" + id, completed.position())
                                .json()
                                .get("completed")
                                .asBoolean())
                        .isTrue();
            }
            assertThat(one.resolve("data/postgres")).doesNotExist();

            var withAnotherKey = Installation.here().run(stranger, settings("cd".repeat(32)));
            assertThat(withAnotherKey.exitCode()).isEqualTo(1);
            assertThat(withAnotherKey.errorLines()).singleElement().asString().contains("master key");
        }
    }

    private Map<String, String> settings(String key) {
        var settings = new HashMap<String, String>();
        settings.put("TASKLEDGER_PORT", "0");
        settings.put("TASKLEDGER_DATABASE_URL", database.jdbcUrl());
        settings.put("TASKLEDGER_DATABASE_USER", database.user());
        settings.put("TASKLEDGER_DATABASE_PASSWORD", database.password());
        settings.put("TASKLEDGER_MASTER_KEY", key);
        return settings;
    }
}
