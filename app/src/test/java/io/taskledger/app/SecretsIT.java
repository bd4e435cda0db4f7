package io.taskledger.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

import io.taskledger.app.product.Everything;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A password, its hash and a token are nowhere but where they have to be. */
class SecretsIT {

    private static final String HASHES = "security.credential.password_hash";
    private static final String PASSWORD = "MarkerOfMine-81f3c0";
    private static final String MISTYPED = "MarkerOfMine-wrong";
    private static final String MARKER = "MarkerOfMine";

    @TempDir
    private Path home;

    @Test
    void no_secret_gets_into_an_event_a_row_a_log_or_a_page() throws Exception {
        try (var product = Product.start(home)) {
            var pages = new StringBuilder();
            product.rest().register("eve", PASSWORD);
            var nobody = product.rest();
            pages.append(nobody.post("/auth/login", Map.of("username", "eve", "password", MISTYPED))
                    .expecting(401));
            pages.append(nobody.post("/auth/login", Map.of("username", MARKER, "pass", MISTYPED))
                    .expecting(422));
            pages.append(nobody.post("/auth/register", Map.of("username", "eve", "password", PASSWORD))
                    .expecting(422));
            var eve = nobody.signIn("eve", PASSWORD);
            var task = eve.createTask("a task of eve's");
            pages.append(eve.patch("/tasks/" + task, Map.of("completed", true)).expecting(200));
            for (var path : new String[] {"/users/me", "/tasks", "/tasks/" + task, "/activity/tasks/" + task}) {
                pages.append(eve.get(path).expecting(200));
            }
            for (var path : new String[] {"/", "/login", "/register", "/ready", "/health", "/openapi.json"}) {
                pages.append(product.rest().page(path));
            }
            product.grantAdmin("eve");
            var mistyped = product.run("admin", "grant", "nobody");
            assertThat(mistyped.exitCode()).isEqualTo(1);
            pages.append(mistyped);
            product.rest().signIn("eve", PASSWORD); // a second session; the first one ends
            eve.post("/auth/logout", Map.of()).expecting(200);

            var cells = Everything.in(product.database());
            var hashes = cells.remove(HASHES);
            assertThat(hashes).isNotEmpty().allMatch(hash -> hash.matches("(\\{argon2\\w*})?\\$argon2id\\$v=19\\$.+"));
            assertThat(cells).containsKeys("ledger.event.payload", "ledger.event.metadata", "security.session.id");
            assertThat(cells.get("ledger.event.type"))
                    .contains("account.registered", "account.session-started", "account.instance-admin-granted");

            var secrets = new ArrayList<>(hashes);
            secrets.add(PASSWORD);
            secrets.add(MISTYPED);
            secrets.add(eve.token());
            secrets.add(eve.token().substring(eve.token().lastIndexOf('.') + 1));
            var said = product.output()
                    + String.join(
                            "\n",
                            Everything.in(home.resolve("data/postgres/log")).values());
            for (var secret : secrets) {
                assertThat(cells)
                        .allSatisfy((column, values) ->
                                assertThat(values).as(column).noneMatch(value -> value.contains(secret)));
                assertThat(said).doesNotContain(secret);
                assertThat(pages).doesNotContain(secret);
            }
            // Nor, in clear, in any file: the database's own and its log of changes included.
            product.stop();
            assertThat(Everything.in(home))
                    .hasSizeGreaterThan(100)
                    .allSatisfy((file, content) ->
                            assertThat(content).as(file).doesNotContain(PASSWORD, MISTYPED, eve.token()));
        }
    }
}
