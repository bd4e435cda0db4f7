package io.taskledger.app;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.product.Everything;
import io.taskledger.app.product.Product;
import io.taskledger.postgres.ConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What people write is in the ledger, but only who has its keys can read it. */
class PersonalDataIT {

    private static final String PASSWORD = "nobody reads along";
    private static final List<String> MARKERS =
            List.of("markername", "Marker title", "Marker text", "markertag", "Marker later", "Marker lost");

    @TempDir
    private Path home;

    @Test
    void nothing_personal_can_be_read_in_events_dead_letters_or_kept_answers() throws Exception {
        try (var product = Product.start(home)) {
            product.rest().register("markername", PASSWORD);
            var ann = product.rest().signIn("markername", PASSWORD);
            var task = Map.of("title", "Marker title", "description", "Marker text", "tags", List.of("markertag"));
            var created = ann.post("/tasks", task, "a key").expecting(201);
            var path = "/tasks/" + created.json().get("id").asString();
            ann.patch(path, Map.of("title", "Marker later")).expecting(200);
            assertThat(ann.get("/activity" + path).expecting(200).body()).contains("Marker title", "Marker later");

            loseRow(product.database());
            ann.patch(path, Map.of("title", "Marker lost"));
            var cells = awaitDeadLetter(product.database());

            assertThat(cells.get("ledger.event.payload"))
                    .filteredOn(payload -> payload.contains("\"personal\":\"1."))
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(cells.get("ledger.idempotency_key.answer"))
                    .hasSize(1)
                    .allMatch(answer -> answer.startsWith("1."));
            cells.forEach((column, values) -> {
                if (column.startsWith("ledger.") || column.startsWith("automation.")) {
                    MARKERS.forEach(marker -> assertThat(values).as(column).noneMatch(value -> value.contains(marker)));
                }
            });
        }
    }

    private static void loseRow(ConnectionDetails database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            String table;
            try (var rows = statement.executeQuery("select quote_ident(schemaname) || '.task' from pg_tables"
                    + " where tablename = 'task' and schemaname like 'tasks_v%'")) {
                assertThat(rows.next()).isTrue();
                table = rows.getString(1);
            }
            assertThat(statement.executeUpdate("delete from " + table + " where title like 'Marker%'"))
                    .isOne();
        }
    }

    private static Map<String, List<String>> awaitDeadLetter(ConnectionDetails database) throws SQLException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            var cells = Everything.in(database);
            if (cells.containsKey("automation.dead_letter_entry.payload")) {
                return cells;
            }
            assertThat(System.nanoTime()).as("a dead letter in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
