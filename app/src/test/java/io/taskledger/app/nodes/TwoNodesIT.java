package io.taskledger.app.nodes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.app.product.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What one node writes the other reads. */
@OnTwoNodes
class TwoNodesIT {

    private static final String PASSWORD = "both of one mind";

    @Test
    void what_is_written_on_one_is_read_on_the_other_at_its_position(TwoNodes nodes) {
        nodes.a().rest().register("ida", PASSWORD);
        var atA = nodes.a().rest().signIn("ida", PASSWORD);
        var atB = atA.at(nodes.b()); // the token counts on both
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

            var completed = atB.patch("/tasks/" + id, Map.of("completed", true)).expecting(200);
            assertThat(atA.get("/tasks/" + id, completed.position())
                            .json()
                            .get("completed")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(nodes.a().home().resolve("data/postgres")).doesNotExist();
    }

    @Test
    void a_node_with_another_master_key_does_not_start(TwoNodes nodes, @TempDir Path home) {
        var settings = new HashMap<>(nodes.database().settings());
        settings.put("TASKLEDGER_MASTER_KEY", "cd".repeat(32));

        var stranger = Installation.here().run(home, settings);

        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.errorLines()).singleElement().asString().contains("master key");
    }
}
