package io.taskledger.app.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** People at two nodes write to one task: nothing acknowledged is lost, nothing is decided from what a node remembers. */
@OnTwoNodes
class OneTaskIT {

    /** Of each client. */
    private static final int EDITS = Form.of(15, 40);

    private static final int TURNS = Form.of(40, 150);
    private static final int DELETIONS = Form.of(30, 100);

    private static final Logger log = LoggerFactory.getLogger(OneTaskIT.class);
    private static final String PASSWORD = "many hands at once";

    private static SharedDatabase database;
    private static Rest atA;
    private static Rest atB;

    @BeforeAll
    static void enter(TwoNodes nodes) {
        database = nodes.database();
        nodes.a().rest().register("kim", PASSWORD);
        atA = nodes.a().rest().signIn("kim", PASSWORD);
        atB = atA.at(nodes.b());
    }

    @Test
    void every_acknowledged_write_is_in_the_timeline_each_upon_the_one_before() throws Exception {
        var task = atA.createTask("from the start");
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var lost = new ConcurrentLinkedQueue<String>();
        var clients = new ArrayList<Callable<Void>>();
        for (var node : List.of(atA, atB)) {
            for (var field : List.of("title", "title", "description", "tags", "completed")) {
                var name = field + "-" + clients.size();
                clients.add(() -> edit(node, task, field, name, acknowledged, lost));
            }
        }
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            for (var client : threads.invokeAll(clients)) {
                client.get();
            }
        }

        var told = new ArrayList<String>();
        var values = new HashMap<String, String>();
        atA.get("/activity/tasks/" + task).expecting(200).json().forEach(entry -> follow(entry, values, told));
        assertThat(told).doesNotHaveDuplicates().containsAll(acknowledged).noneMatch(lost::contains);
        for (var client = 0; client < clients.size(); client++) {
            var suffix = "-" + client + "#";
            assertThat(told.stream().filter(one -> one.contains(suffix)).toList())
                    .as("in the order in which the client wrote")
                    .containsExactlyElementsOf(acknowledged.stream()
                            .filter(one -> one.contains(suffix))
                            .toList());
        }
        assertThat(database.types(task)).hasSize(entries(task));
        log.info("{} edits acknowledged, {} told that somebody else was faster", acknowledged.size(), lost.size());
    }

    private static Void edit(
            Rest node, String task, String field, String client, Queue<String> acknowledged, Queue<String> lost) {
        for (var i = 0; i < EDITS; i++) {
            var text = client + "#" + i;
            Object value = switch (field) {
                case "completed" -> i % 2 == 0;
                case "tags" -> List.of(text);
                default -> text;
            };
            var answer = node.patch("/tasks/" + task, Map.of(field, value));
            assertThat(answer.status()).as(answer.body()).isIn(200, 409);
            if (!field.equals("completed")) {
                (answer.status() == 200 ? acknowledged : lost).add(text);
            }
        }
        return null;
    }

    /** Each change begins where the one before it ended. */
    private static void follow(JsonNode entry, Map<String, String> values, List<String> told) {
        var after = entry.at("/details/new_values");
        var before = entry.at("/details/old_values");
        if (entry.get("action").asString().equals("created")) {
            entry.get("details")
                    .properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().toString()));
            return;
        }
        after.properties().forEach(field -> {
            var expected = values.getOrDefault(field.getKey(), "null");
            assertThat(before.get(field.getKey()).toString()).as(field.getKey()).isEqualTo(expected);
            values.put(field.getKey(), field.getValue().toString());
            var text = field.getValue().isArray() ? field.getValue().get(0) : field.getValue();
            if (!field.getKey().equals("completed")) {
                told.add(text.asString());
            }
        });
    }

    /** A node that took its own memory for the truth would answer that nothing is to be done. */
    @Test
    void nodes_in_turn_each_decide_upon_what_the_other_has_just_done() {
        var task = atA.createTask("to and fro");
        var version = 0L;
        for (var round = 0; round < TURNS; round++) {
            version = changed(atA, task, Map.of("completed", true), version);
            version = changed(atB, task, Map.of("completed", false), version);
            version = changed(atA, task, Map.of("title", "to"), version);
            version = changed(atB, task, Map.of("title", "fro"), version);
        }
        assertThat(database.types(task)).hasSize(4 * TURNS + 1);
        // The same again changes nothing, on either node.
        for (var node : List.of(atA, atB)) {
            assertThat(node.patch("/tasks/" + task, Map.of("title", "fro"))
                            .expecting(200)
                            .json()
                            .get("version")
                            .asLong())
                    .isEqualTo(version);
        }
    }

    private static long changed(Rest node, String task, Map<String, Object> change, long before) {
        var answer = node.patch("/tasks/" + task, change).expecting(200).json();
        change.forEach(
                (field, value) -> assertThat(answer.get(field).asString()).isEqualTo(value.toString()));
        assertThat(answer.get("version").asLong()).isEqualTo(before + 1);
        return before + 1;
    }

    @Test
    void what_one_node_deletes_is_gone_on_the_other_at_once_and_takes_no_edit() throws Exception {
        var edited = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < DELETIONS; round++) {
                var task = atA.createTask("short-lived");
                // Both nodes have it in memory.
                atB.patch("/tasks/" + task, Map.of("title", "known to both")).expecting(200);
                var start = new CyclicBarrier(2);
                var deleted = threads.submit(() -> {
                    start.await();
                    return atA.delete("/tasks/" + task).status();
                });
                Future<Integer> edit = threads.submit(() -> {
                    start.await();
                    return atB.patch("/tasks/" + task, Map.of("title", "too late?"))
                            .status();
                });

                assertThat(deleted.get()).isEqualTo(204);
                assertThat(edit.get()).isIn(200, 404);
                // The edit may be there and its answer 404: the task was deleted before it could be shown.
                var types = database.types(task);
                assertThat(types)
                        .startsWith("task.created", "task.edited")
                        .endsWith("task.deleted")
                        .hasSizeBetween(3, 4);
                edited += types.size() - 3;
                if (edit.get() == 200) {
                    assertThat(types).hasSize(4);
                }
                atB.patch("/tasks/" + task, Map.of("title", "too late")).expecting(404);
                atB.delete("/tasks/" + task).expecting(404);
                assertThat(database.types(task)).isEqualTo(types);
            }
        }
        log.info("Of {} edits that raced a deletion {} came first", DELETIONS, edited);
    }

    private static int entries(String task) {
        return atB.get("/activity/tasks/" + task).expecting(200).json().size();
    }
}
