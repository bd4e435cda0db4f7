package io.taskledger.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.taskledger.app.product.Lender;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.ReadModels;
import io.taskledger.app.product.Rest;
import io.taskledger.app.product.Rest.Answer;
import io.taskledger.app.product.WithALentProduct;
import io.taskledger.postgres.RunningPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The running product while something hangs, or cannot be done: it says so in time, and goes on by itself. */
@WithALentProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardIT {

    private static final String PASSWORD = "correct horse battery";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final String FORGOTTEN = """
            insert into ledger.event (type, event_id, happened_at, payload, metadata)
            values ('forgotten', gen_random_uuid(), now(), '{}', '{}')""";

    private Path home;
    private Product product;
    private Rest ann;

    @BeforeAll
    void enter(Lender lender) {
        var lent = lender.any();
        home = lent.home();
        product = lent.product();
        product.rest().register("guarded", PASSWORD);
        ann = product.rest().signIn("guarded", PASSWORD);
    }

    @Test
    void a_session_that_forgets_its_append_is_ended_and_everybody_goes_on() throws SQLException {
        try (var forgotten = as("taskledger_appender")) {
            try (var statement = forgotten.createStatement()) {
                // As the product's sessions begin; this one is not of its pool.
                statement.execute("set idle_in_transaction_session_timeout = 4000");
                forgotten.setAutoCommit(false);
                statement.execute(FORGOTTEN);
            }
            // Its answer is read from the row, which waits for the append before it.
            timed(() -> ann.post("/tasks", Map.of("title", "Behind it")));

            await().atMost(LONGEST_ANSWER).until(() -> ann.titles().contains("Behind it"));

            assertThatThrownBy(forgotten::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void no_request_hangs_while_a_lock_is_held_and_the_others_are_answered() throws SQLException {
        try (var locked = as("postgres")) {
            lock(locked, "ledger.event");
            assertThat(ann.get("/tasks").status()).isEqualTo(200);
            assertThat(timed(() -> ann.post("/tasks", Map.of("title", "In the way")))
                            .status())
                    .isEqualTo(503);
            locked.rollback();

            lock(locked, new ReadModels(product.database()).live() + ".task");
            // It is appended; its answer would be read from the locked table.
            timed(() -> ann.post("/tasks", Map.of("title", "Shown later")));
            await().atMost(LONGEST_ANSWER)
                    .until(() -> metric("taskledger_projection_lag_events{projection=\"tasks\"}") > 0);
            assertThat(timed(() -> ann.get("/tasks")).status()).isEqualTo(503);
            assertThat(timed(() -> ann.get("/users/me")).status()).isEqualTo(200);
            locked.rollback();
        }
        ann.createTask("Not in the way any more");
        await().atMost(LONGEST_ANSWER)
                .until(() -> ann.titles().containsAll(List.of("Shown later", "Not in the way any more")));
        assertThat(ann.titles()).doesNotContain("In the way");
        assertThat(metric("taskledger_projection_dead_letters{projection=\"tasks\"}"))
                .isZero();
    }

    @Test
    void people_are_answered_by_the_role_that_only_reads() {
        var task = ann.createTask("Read me");
        for (var path : List.of("/tasks", "/tasks/" + task, "/users/me", "/activity/tasks/" + task)) {
            var before = metric("hikaricp_connections_acquire_seconds_count{pool=\"taskledger read\"}");
            ann.get(path).expecting(200);
            assertThat(metric("hikaricp_connections_acquire_seconds_count{pool=\"taskledger read\"}"))
                    .as(path)
                    .isGreaterThan(before);
        }
    }

    @Test
    void an_append_that_stays_open_makes_the_node_unready_and_says_why() throws SQLException {
        assertThat(product.rest().page("/ready").status()).isEqualTo(200);
        try (var open = as("postgres")) {
            open.setAutoCommit(false);
            try (var statement = open.createStatement()) {
                statement.execute(FORGOTTEN);
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> product.rest().page("/ready").status() == 503);

            assertThat(product.rest().page("/ready").body()).contains("An append has been open for");
            assertThat(metric("taskledger_append_oldest_seconds")).isGreaterThan(12);
            open.rollback();
        }
        await().atMost(LONGEST_ANSWER).until(() -> product.rest().answers("/ready"));
        await().atMost(LONGEST_ANSWER).until(() -> metric("taskledger_append_oldest_seconds") == 0);
    }

    @Test
    void metrics_are_for_this_machine_and_for_admins() {
        assertThat(metric("taskledger_projection_dead_letters{projection=\"tasks\"}"))
                .isZero();
        assertThat(metric("taskledger_projection_position{projection=\"accounts\"}"))
                .isPositive();

        var throughProxy = Map.of("X-Forwarded-For", "203.0.113.7");
        assertThat(product.rest().page("/metrics", throughProxy).status()).isEqualTo(401);
        assertThat(ann.page("/metrics", throughProxy).status()).isEqualTo(401);
        product.rest().register("guard", PASSWORD);
        product.grantAdmin("guard");
        var root = product.rest().signIn("guard", PASSWORD);
        await().atMost(LONGEST_ANSWER)
                .until(() -> root.page("/metrics", throughProxy).status() == 200);
        assertThat(program(root, "admin").page("/metrics", throughProxy).status())
                .isEqualTo(200);
        assertThat(program(root, "tasks:read").page("/metrics", throughProxy).status())
                .isEqualTo(401);
    }

    private Rest program(Rest person, String scope) {
        var made = person.post("/users/me/tokens", Map.of("name", scope, "scopes", List.of(scope)))
                .expecting(201);
        return new Rest(product.address(), made.json().get("token").asString());
    }

    private double metric(String name) {
        return product.rest()
                .page("/metrics")
                .expecting(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric is called " + name));
    }

    private static void lock(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
    }

    private static Answer timed(Supplier<Answer> request) {
        var began = System.nanoTime();
        var answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST_ANSWER);
        return answer;
    }

    private Connection as(String role) throws SQLException {
        var server = RunningPostgres.find(home.resolve("data/postgres")).orElseThrow();
        var login = role.equals("postgres") ? server.database("taskledger") : server.login("taskledger", role);
        return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
    }
}
