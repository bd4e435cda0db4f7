package io.taskledger.app;

import java.sql.SQLException;
import java.util.Map;

import io.taskledger.app.product.Installation.Ran;
import io.taskledger.app.product.Lender;
import io.taskledger.app.product.Lent;
import io.taskledger.app.product.Operator;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.ReadModels;
import io.taskledger.app.product.Rest;
import io.taskledger.app.product.WithALentProduct;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Operators and the whole product: beside a running instance, over REST, and alone. */
@WithALentProduct
class ProjectionsIT {

    private static final String PASSWORD = "rows follow events";
    private static final String ADMIN = "/admin/projections";

    private final Lent lent;

    ProjectionsIT(Lender lender) {
        lent = lender.any();
    }

    @Test
    void read_models_are_rebuilt_checked_mended_and_rolled_back() throws SQLException {
        var product = lent.product();
        product.rest().register("operator-ann", PASSWORD);
        product.rest().register("operator-bob", PASSWORD);
        assertThat(run("admin", "grant", "operator-ann").exitCode()).isZero();
        var ann = product.rest().signIn("operator-ann", PASSWORD);
        var task = ann.createTask("Oil the hinges");

        is_for_admins(product.rest().signIn("operator-bob", PASSWORD));
        var rebuilt = rebuilds_all(ann);
        names_what_somebody_changed_by_hand(product, task);
        names_it_over_rest_too(ann, task);
        is_mended_with_a_reason(ann, task);
        rolls_back_and_drops(ann, task, rebuilt);
        refuses_what_cannot_be();
        product.stop();
        works_alone();
    }

    private static void is_for_admins(Rest bob) {
        bob.get(ADMIN).expecting(403);
        bob.post(ADMIN + "/tasks/rebuilds", Map.of()).expecting(403);
    }

    /** @return the version of the tasks that is live then */
    private int rebuilds_all(Rest ann) {
        var before = liveVersion(ann);
        var rebuilt = run("projections", "rebuild", "--all");

        assertThat(rebuilt.exitCode()).as(rebuilt.errors()).isZero();
        var version = liveVersion(ann);
        assertThat(version).isGreaterThan(before);
        assertThat(rebuilt.out()).contains("tasks: v" + version + " is live.");
        assertThat(rebuilt.out().lines().filter(line -> line.endsWith(" is live.")))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactlyInAnyOrder("accounts", "activity", "history", "statistics", "tasks", "workspaces");
        assertThat(run("projections", "list").out().lines()).hasSize(7).anyMatch(line -> line.startsWith("tasks "));
        assertThat(run("projections", "status", "tasks").out()).contains("tasks: live", "v" + before + ", made");
        assertThat(ann.titles()).contains("Oil the hinges");
        return version;
    }

    private static int liveVersion(Rest ann) {
        return ann.get(ADMIN + "/tasks")
                .expecting(200)
                .json()
                .path("live_version")
                .asInt();
    }

    private void names_what_somebody_changed_by_hand(Product product, String task) throws SQLException {
        var live = new ReadModels(product.database()).live();
        try (var connection = product.database().connect();
                var update = connection.prepareStatement("update " + live + ".task set title = ? where id = ?")) {
            update.setString(1, "Oil the hedges");
            update.setString(2, task);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        var verified = run("projections", "verify", "tasks", "--json");

        assertThat(verified.exitCode()).isEqualTo(1);
        var report = json(verified.out());
        assertThat(report.path("difference_count").asInt()).isEqualTo(1);
        var difference = report.at("/differences/0");
        assertThat(difference.path("key").asString()).isEqualTo(task);
        assertThat(difference.path("field").asString()).isEqualTo("title");
        assertThat(difference.path("live").asString()).isEqualTo("Oil the hedges");
        assertThat(difference.path("rebuilt").asString()).isEqualTo("Oil the hinges");
        assertThat(difference.at("/cause/type").asString()).isEqualTo("task.created");
    }

    private static void names_it_over_rest_too(Rest ann, String task) {
        var operator = new Operator(ann);

        var report = operator.awaitEnd(operator.verify());

        assertThat(report.path("state").asString()).isEqualTo("verified");
        assertThat(report.path("clean").booleanValue()).isFalse();
        assertThat(report.path("differences").size()).isEqualTo(1);
        var difference = report.at("/differences/0");
        assertThat(difference.path("kind").asString()).isEqualTo("live_differs");
        assertThat(difference.path("key").asString()).isEqualTo(task);
        assertThat(difference.path("field").asString()).isEqualTo("title");
        assertThat(difference.path("live").asString()).isEqualTo("Oil the hedges");
        assertThat(difference.path("rebuilt").asString()).isEqualTo("Oil the hinges");
        assertThat(difference.at("/cause/type").asString()).isEqualTo("task.created");
        assertThat(difference.at("/cause/position").asLong()).isPositive();
    }

    private void is_mended_with_a_reason(Rest ann, String task) {
        var held = run("projections", "rebuild", "tasks");
        assertThat(held.exitCode()).isEqualTo(1);
        assertThat(held.out()).contains("differs and is held", "task " + task + ", title", "Oil the hedges");

        assertThat(run("projections", "swap", "tasks").errors()).contains("needs a reason");
        var swapped = run("projections", "swap", "tasks", "--force", "changed by hand");
        assertThat(swapped.exitCode()).as(swapped.errors()).isZero();

        assertThat(title(ann, task)).isEqualTo("Oil the hinges");
        var rebuilds = ann.get(ADMIN + "/tasks/rebuilds").expecting(200).json();
        assertThat(rebuilds.at("/0/state").asString()).isEqualTo("swapped");
        assertThat(rebuilds.at("/0/regardless").asString()).isEqualTo("changed by hand");
    }

    /** @param before the version that was live when its row was changed */
    private void rolls_back_and_drops(Rest ann, String task, int before) {
        var live = liveVersion(ann);

        var back = run("projections", "rollback", "tasks");
        assertThat(back.exitCode()).as(back.errors()).isZero();
        assertThat(title(ann, task)).isEqualTo("Oil the hedges");
        assertThat(run("projections", "rollback", "tasks").out()).contains("v" + live + " is live.");
        assertThat(title(ann, task)).isEqualTo("Oil the hinges");

        assertThat(run("projections", "drop", "tasks", Integer.toString(before)).exitCode())
                .isZero();
        assertThat(run("projections", "rollback", "tasks").exitCode()).isEqualTo(1);
        assertThat(run("projections", "rebuild", "tasks", "--owner", "operator-ann")
                        .exitCode())
                .isZero();
        assertThat(run("projections", "rebuild", "tasks", "--task", task).exitCode())
                .isZero();
        ann.post(ADMIN + "/tasks/rows", Map.of("of", task)).expecting(204);
        ann.post(ADMIN + "/tasks/rows", Map.of("of", "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE"))
                .expecting(404);
    }

    private void refuses_what_cannot_be() {
        assertThat(run("projections", "verify", "nothing").errors()).contains("Projection nothing not found");
        assertThat(run("projections", "pause", "tasks").exitCode()).isEqualTo(1);
        assertThat(run("projections", "dead-letters", "retry", "tasks", "none").exitCode())
                .isEqualTo(1);
        assertThat(run("projections", "dead-letters", "list", "tasks").out()).contains("No dead letters.");
        assertThat(run("projections", "rebuild").exitCode()).isEqualTo(2);
    }

    private void works_alone() {
        var verified = run("projections", "verify", "--all");
        assertThat(verified.exitCode()).as(verified.errors()).isZero();
        assertThat(verified.out())
                .contains("accounts: nothing differs.", "tasks: nothing differs.", "workspaces: nothing differs.");
        assertThat(Product.postmasterFile(lent.home())).doesNotExist();
    }

    private static String title(Rest person, String task) {
        return person.get("/tasks/" + task).expecting(200).json().path("title").asString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private Ran run(String... arguments) {
        return lent.product().run(arguments);
    }
}
