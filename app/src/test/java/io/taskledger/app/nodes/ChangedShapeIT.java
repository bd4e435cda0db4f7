package io.taskledger.app.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An upgrade with two nodes: the release that comes next has another shape of the tasks' rows. */
class ChangedShapeIT {

    private static final String OLD_SHAPE = "tasks_v1";
    private static final String PASSWORD = "one foot at a time";

    private final SharedDatabase database = new SharedDatabase();

    @TempDir
    private Path homes;

    @Test
    void each_release_serves_its_own_shape_and_nobody_waits() throws SQLException {
        var old = database.node(home("old"));
        try {
            old.rest().register("mia", PASSWORD);
            var atOld = old.rest().signIn("mia", PASSWORD);
            for (var i = 0; i < 25; i++) {
                atOld.createTask("before " + i);
            }
            Product next;
            try (var rebuilds = database.details().connect();
                    var lock = rebuilds.createStatement()) {
                // As if the fold took long: who holds this lock is the one node that may fold.
                lock.execute("select pg_advisory_lock(hashtext('taskledger rebuild'), hashtext('tasks'))");
                next = next();
                is_not_ready_and_the_old_one_serves(next, atOld);
            }
            try {
                next.awaitReady();
                both_serve_and_feed_their_own_shape(old, atOld, next);
                old.stop();
                old = the_old_release_can_come_back(next, atOld);
            } finally {
                next.close();
            }
            // Alone again, with what the next release has done meanwhile.
            assertThat(old.rest().signIn("mia", PASSWORD).titles()).contains("after the upgrade");
        } finally {
            old.close();
        }
    }

    private static void is_not_ready_and_the_old_one_serves(Product next, Rest atOld) {
        SharedDatabase.await(() -> status(next), status -> status == 503);
        for (var i = 0; i < 25; i++) {
            var task = atOld.createTask("while it fills " + i);
            assertThat(atOld.get("/tasks/" + task).status()).isEqualTo(200);
            assertThat(status(next)).isEqualTo(503);
        }
        assertThat(atOld.titles()).hasSize(50);
    }

    private void both_serve_and_feed_their_own_shape(Product old, Rest atOld, Product next) {
        var atNext = atOld.at(next);
        var newShape = newShape();
        assertThat(atNext.titles())
                .containsExactlyInAnyOrderElementsOf(atOld.titles())
                .hasSize(50);
        for (var i = 0; i < 20; i++) {
            var created =
                    atOld.post("/tasks", Map.of("title", "at the old " + i)).expecting(201);
            var id = created.json().get("id").asString();
            atNext.get("/tasks/" + id, created.position()).expecting(200);
            var renamed = atNext.patch("/tasks/" + id, Map.of("title", "at the next " + i))
                    .expecting(200);
            assertThat(atOld.get("/tasks/" + id, renamed.position())
                            .json()
                            .get("title")
                            .asString())
                    .isEqualTo("at the next " + i);
        }
        assertThat(database.feeds(old, OLD_SHAPE)).isTrue();
        assertThat(database.feeds(next, newShape)).isTrue();
        assertThat(count("select count(*) from %s.task where title_length = length(title)".formatted(newShape)))
                .isEqualTo(70);
        assertThat(count("select count(distinct shape) from readmodel.live_version where projection = 'tasks'"))
                .isEqualTo(2);
    }

    /** Its version is kept, and goes on from where it stood: a rollback needs no rebuild. */
    private Product the_old_release_can_come_back(Product next, Rest person) {
        person.at(next).createTask("after the upgrade");
        var rebuilds = count("select count(*) from readmodel.rebuild");

        var old = database.node(home("old"));

        assertThat(person.at(old)
                        .get("/tasks?limit=1", Long.toString(database.head()))
                        .status())
                .isEqualTo(200);
        assertThat(person.at(old).titles()).contains("after the upgrade").hasSize(71);
        assertThat(count("select count(*) from readmodel.rebuild")).isEqualTo(rebuilds);
        return old;
    }

    private Product next() {
        return Product.beginChanged(nextRelease(), home("next"), database.settings());
    }

    /** This release's DDL with one column more. */
    private Path nextRelease() {
        try (var ddl = getClass().getResourceAsStream("/projection/tasks.sql")) {
            var text = new String(ddl.readAllBytes(), StandardCharsets.UTF_8);
            var last = "    position bigint not null,";
            assertThat(text).contains(last);
            var folder = Files.createDirectories(homes.resolve("resources/projection"));
            Files.writeString(
                    folder.resolve("tasks.sql"),
                    text.replace(
                            last,
                            last + "\n    title_length integer not null generated always as (length(title)) stored,"));
            return folder.getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String newShape() {
        return database.sql()
                .sql("select 'tasks_v' || max(version) from readmodel.live_version where projection = 'tasks'")
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return database.sql().sql(sql).query(Long.class).single();
    }

    private Path home(String name) {
        try {
            return Files.createDirectories(homes.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 while nobody answers. */
    private static int status(Product node) {
        try {
            return node.rest().page("/ready").status();
        } catch (UncheckedIOException notYet) {
            return 0;
        }
    }
}
