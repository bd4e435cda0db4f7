package io.taskledger.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Queries whose {@code WHERE} was forgotten, as the session sends them that answers people. */
@ExtendWith(OneProduct.class)
class RowsOfOthersIT {

    private static final String PASSWORD = "behind the second wall";

    /** What belongs to nobody in particular: names of people are for all, of the erased there are ids alone. */
    private static final Set<String> OF_EVERYBODY = Set.of("account", "erased", "token");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join readmodel.live_version on n.nspname = projection || '_v' || version
            where c.relkind = 'r' and %s
            order by 1
            """;

    private final Product product;

    RowsOfOthersIT(Product product) {
        this.product = product;
    }

    @Test
    void each_table_with_an_owner_has_its_policy() throws SQLException {
        try (var operator = product.database().connect()) {
            assertThat(ask(operator, TABLES.formatted("not c.relrowsecurity")))
                    .allSatisfy(table -> assertThat(OF_EVERYBODY).contains(table.substring(table.indexOf('.') + 1)));
        }
    }

    @Test
    void who_does_not_say_for_whom_is_shown_nothing() throws SQLException {
        product.rest().register("walburga", PASSWORD);
        product.rest().signIn("walburga", PASSWORD).createTask("Whose is this?");
        try (var reader = reader("")) {
            for (var table : ask(reader, TABLES.formatted("c.relrowsecurity"))) {
                assertThat(ask(reader, "select count(*) from " + table))
                        .as(table)
                        .containsExactly("0");
            }
        }
    }

    @Test
    void a_forgotten_where_shows_ones_own_and_what_is_shared() throws SQLException {
        var wanda = person("wanda");
        var wulf = person("wulf");
        var own = wanda.createTask("Wanda's own");
        var shared = wanda.createTask("Wanda's for both");
        for (var task : List.of(own, shared)) {
            wanda.post("/tasks/" + task + "/comments", Map.of("content", "On " + task))
                    .expecting(201);
        }
        wanda.post("/tasks/" + shared + "/share", Map.of("shared_with_username", "wulf", "permission", "view"))
                .expecting(201);
        var wulfs = wulf.createTask("Wulf's own");
        for (var person : List.of(wanda, wulf)) {
            var task = person == wanda ? own : wulfs;
            person.post("/tasks/" + task + "/tags", List.of("home")).expecting(200);
            person.patch("/tags?tag=home", Map.of("colour", 3)).expecting(200);
        }
        assertThat(wulf.get("/notifications")
                        .expecting(200)
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();

        try (var reader = reader(idOf(wulf))) {
            assertThat(all(reader, "tasks", "title from %s.task"))
                    .containsExactlyInAnyOrder("Wulf's own", "Wanda's for both");
            assertThat(all(reader, "tasks", "folded from %s.wording")).hasSize(2);
            assertThat(all(reader, "accounts", "user_id from %s.tag_colour")).containsExactly(idOf(wulf));
            assertThat(all(reader, "tasks", "content from %s.comment")).containsExactly("On " + shared);
            assertThat(all(reader, "history", "distinct title from %s.version"))
                    .containsExactlyInAnyOrder("Wulf's own", "Wanda's for both");
            assertThat(all(reader, "activity", "title from %s.task"))
                    .containsExactlyInAnyOrder("Wulf's own", "Wanda's for both");
            assertThat(all(reader, "activity", "distinct recipient from %s.notification"))
                    .containsExactly(idOf(wulf));
            assertThat(all(reader, "activity", "task_id from %s.entry")).doesNotContain(own);
            assertThat(all(reader, "statistics", "distinct owner from %s.task")).containsExactly(idOf(wulf));
            assertThat(all(reader, "workspaces", "distinct owner from %s.workspace"))
                    .containsExactly(idOf(wulf));
        }
    }

    @Test
    void the_readers_session_cannot_put_the_wall_aside() throws SQLException {
        try (var reader = reader("")) {
            var task = ask(reader, TABLES.formatted("c.relname = 'wording'")).getFirst();
            for (var attempt : List.of(
                    "set row_security = off; select 1 from " + task,
                    "alter table " + task + " disable row level security",
                    "drop policy seen on " + task)) {
                assertThatThrownBy(() -> ask(reader, attempt))
                        .as(attempt)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    private Rest person(String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }

    private static String idOf(Rest person) {
        return person.get("/users/me").expecting(200).json().get("id").asString();
    }

    /** A session with the rights of the one that answers people, for this person, or for nobody said. */
    private Connection reader(String person) throws SQLException {
        var session = product.database().connect();
        try (var statement = session.createStatement()) {
            statement.execute("set role " + Role.quoted(Role.READER.in(Database.NAME)));
            statement.execute("set taskledger.reader = '" + person + "'");
        }
        return session;
    }

    /** All that the live version of a projection has of something. */
    private static List<String> all(Connection reader, String projection, String what) throws SQLException {
        var live = "select projection || '_v' || version from readmodel.live_version where projection = '%s'";
        return ask(
                reader,
                "select "
                        + what.formatted(ask(reader, live.formatted(projection)).getFirst()));
    }

    private static List<String> ask(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            var found = new ArrayList<String>();
            if (!statement.execute(sql) && !statement.getMoreResults()) {
                return found;
            }
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
