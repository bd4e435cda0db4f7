package io.taskledger.app.contract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.taskledger.app.contract.Wire.Sent;
import io.taskledger.app.product.Everything;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who deletes their account is told of to nobody, at once; and afterwards in no file of the installation. */
class ErasureIT {

    private static final String PASSWORD = "gone with the wind 7";

    /** In everything that Eve writes, her name and address too. */
    private static final String MARKER = "zebrafish81f3";

    private static final List<String> WAYS_TO_FIND = List.of(
            "/tasks",
            "/tasks?search=" + MARKER,
            "/tasks?limit=100",
            "/tasks/search?q=" + MARKER,
            "/search?q=" + MARKER,
            "/users/search?q=" + MARKER,
            "/activity",
            "/activity/timeline",
            "/notifications",
            "/history",
            "/tags");

    @TempDir
    private Path home;

    @Test
    void nothing_that_an_erased_person_wrote_is_answered_or_found_in_a_file() throws Exception {
        try (var product = Product.start(home)) {
            var eve = somebody(product, "eve" + MARKER);
            var bob = somebody(product, "bob");
            var task = bobsTaskWithEve(product, bob, eve);
            var operations = Operation.in(product.rest().page("/openapi.json").json());
            assertThat(told(operations, bob, task))
                    .as("so that the answers below mean something")
                    .isNotEmpty();
            noteCommonValues(product);
            assertThat(files(home.resolve("data/postgres/data")))
                    .as("the files as well")
                    .isNotEmpty();

            eve.send("DELETE", "/users/me", "{\"current_password\": \"" + PASSWORD + "\"}", Map.of())
                    .expecting(204);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(told(operations, bob, task)).isEmpty());
            assertThat(bob.get("/tasks/" + task + "/comments").expecting(200).body())
                    .contains("[erased]", "Bob's own words");
            assertThat(files(home.resolve("data/postgres/data")))
                    .as("before it is finished")
                    .isNotEmpty();

            Files.createDirectory(home.resolve("data/postgres.replaced-20261122T090000Z"));
            var finished = product.run("erase", "--finish");

            assertThat(finished.exitCode()).as(finished.errors()).isZero();
            assertThat(finished.out())
                    .contains(
                            "1 erased",
                            "the write-ahead log holds nothing from before",
                            "postgres.replaced-20261122T090000Z holds what it held: remove it");
            assertThat(told(operations, bob, task)).isEmpty();
            assertThat(Everything.in(product.database()))
                    .allSatisfy(
                            (column, values) -> assertThat(values).as(column).noneMatch(ErasureIT::tells));
            product.stop();
            assertThat(files(home)).isEmpty();
        }
    }

    private static Rest somebody(Product product, String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }

    private static String bobsTaskWithEve(Product product, Rest bob, Rest eve) {
        var own = eve.post(
                        "/tasks",
                        Map.of("title", "Own " + MARKER, "description", "Deep " + MARKER, "tags", List.of(MARKER)))
                .expecting(201)
                .json()
                .get("id")
                .asString();
        eve.post("/tasks/" + own + "/share", Map.of("shared_with_username", "bob", "permission", "edit"))
                .expecting(201);
        bob.patch("/tasks/" + own, Map.of("title", "Own, by Bob " + MARKER)).expecting(200);
        var task = bob.createTask("Bob's own words");
        bob.post("/tasks/" + task + "/share", Map.of("shared_with_username", "eve" + MARKER, "permission", "edit"))
                .expecting(201);
        bob.post("/tasks/" + task + "/comments", Map.of("content", "Bob's own words"))
                .expecting(201);
        var said = eve.post("/tasks/" + task + "/comments", Map.of("content", "Said " + MARKER))
                .expecting(201)
                .json()
                .get("id")
                .asString();
        eve.patch("/comments/" + said, Map.of("content", "Said better " + MARKER))
                .expecting(200);
        attach(product, eve, task);
        return task;
    }

    private static void attach(Product product, Rest eve, String task) {
        var headers = new ArrayList<>(List.of("Authorization: Bearer " + eve.token()));
        var form = new String(Multipart.upload(headers), StandardCharsets.UTF_8).replace("note.txt", MARKER + ".txt");
        assertThat(Wire.ask(
                                product.port(),
                                new Sent(
                                        "POST",
                                        "/api/v1/tasks/" + task + "/files",
                                        headers,
                                        form.getBytes(StandardCharsets.UTF_8)))
                        .status())
                .isEqualTo(201);
    }

    /** The answers that tell of her, by their addresses: all that name a task, and what lists and finds. */
    private static Map<String, String> told(List<Operation> operations, Rest bob, String task) {
        var told = new TreeMap<String, String>();
        var paths = new ArrayList<String>();
        WAYS_TO_FIND.forEach(path -> paths.add("/api/v1" + path));
        for (var operation : operations) {
            if (operation.method().equals("GET")
                    && (operation.places().isEmpty() || operation.places().equals(List.of("tasks")))) {
                paths.add(operation.fill(place -> task));
            }
        }
        for (var path : paths) {
            var body = bob.page(path, Map.of()).body();
            // A search may say again what it was asked.
            if (tells(body.replace("\"" + MARKER + "\"", ""))) {
                told.put(path, body);
            }
        }
        return told;
    }

    private static List<String> files(Path folder) {
        return Everything.in(folder).entrySet().stream()
                .filter(file -> tells(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean tells(String text) {
        return text.contains(MARKER);
    }

    /** As PostgreSQL does by itself after a while: texts get into its statistics. */
    private static void noteCommonValues(Product product) throws SQLException {
        try (var connection = product.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
            statement.execute("checkpoint");
        }
    }
}
