package io.taskledger.app;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What was done and how much there is, over REST, right after the writes that it tells of. */
@ExtendWith(OneProduct.class)
class ActivityIT {

    private static final String PASSWORD = "nobody reads along";

    private static Product product;

    @BeforeAll
    static void enter(Product running) {
        product = running;
    }

    @Test
    void each_action_on_a_task_is_told_at_once() {
        var ann = person("ann");
        var id = ann.createTask("Water");
        ann.patch("/tasks/" + id, Map.of("title", "Water all", "completed", true))
                .expecting(200);

        var told = ann.get("/activity?resource_type=task").expecting(200).json();

        assertThat(told.size()).isEqualTo(2);
        assertThat(told.at("/0/action").asString()).isEqualTo("updated");
        assertThat(told.at("/0/username").asString()).isEqualTo("ann");
        assertThat(told.at("/0/details").toString()).isEqualTo("""
                {"task_title":"Water all","changed_fields":["title","completed"],\
                "old_values":{"title":"Water","completed":false},\
                "new_values":{"title":"Water all","completed":true}}""");
        assertThat(told.at("/1/details").toString()).isEqualTo("""
                {"title":"Water","priority":"medium","completed":false,"tags":[],"due_date":null}""");
        assertThat(reversed(ann.get("/activity/tasks/" + id).expecting(200).json()))
                .isEqualTo(List.copyOf(told.values()));
        ann.delete("/tasks/" + id).expecting(204);
        assertThat(ann.get("/activity?limit=1").json().at("/0/action").asString())
                .isEqualTo("deleted");
        ann.get("/activity/tasks/" + id).expecting(404);
        assertThat(ann.get("/activity/stats").json().at("/by_resource/task").intValue())
                .isEqualTo(3);
    }

    @Test
    void a_person_reads_nothing_of_what_a_stranger_did() {
        var bob = person("bob");
        var eve = person("ivy");
        var id = bob.createTask("Bob's");

        assertThat(eve.get("/activity?person=bob").json().size()).isZero();
        assertThat(eve.get("/activity").body()).doesNotContain(id, "Bob's");
        eve.get("/activity/tasks/" + id).expecting(404);
        assertThat(eve.get("/activity?resource_type=session")
                        .json()
                        .at("/0/action")
                        .asString())
                .isEqualTo("signed_in");
        assertThat(eve.get("/tasks/stats").json().path("total").intValue()).isZero();
    }

    @Test
    void tasks_are_counted_as_they_are() {
        var tom = person("tom");
        var today = LocalDate.now(ZoneOffset.UTC);
        task(tom, "a", "high", today.minusDays(2), List.of("home", "home"));
        task(tom, "b", "low", today.plusDays(2), List.of("home", "garden"));
        var done = task(tom, "c", "low", today.minusDays(2), List.of());
        var gone = task(tom, "d", "medium", null, List.of("gone"));
        tom.patch("/tasks/" + done, Map.of("completed", true)).expecting(200);
        tom.delete("/tasks/" + gone).expecting(204);

        assertThat(tom.get("/tasks/stats").expecting(200).body()).isEqualTo("""
                {"total":3,"completed":1,"incomplete":2,"by_priority":{"low":2,"high":1},\
                "by_tag":{"garden":1,"home":2},"overdue":1,"tasks_shared":0,"comments_posted":0}""");
        var days = tom.get("/tasks/stats/daily?days=2").expecting(200).json();
        assertThat(days.size()).isEqualTo(2);
        assertThat(days.at("/0/created").intValue() + days.at("/1/created").intValue())
                .isEqualTo(3);
        assertThat(days.at("/0/completed").intValue() + days.at("/1/completed").intValue())
                .isEqualTo(1);
    }

    private static String task(Rest person, String title, String priority, LocalDate due, List<String> tags) {
        var task = new HashMap<String, Object>(Map.of("title", title, "priority", priority, "tags", tags));
        task.put("due_date", due == null ? null : due.toString());
        return person.post("/tasks", task).expecting(201).json().get("id").asString();
    }

    private static List<JsonNode> reversed(JsonNode list) {
        return List.copyOf(list.values()).reversed();
    }

    private static Rest person(String name) {
        product.rest().register(name, PASSWORD);
        return product.rest().signIn(name, PASSWORD);
    }
}
