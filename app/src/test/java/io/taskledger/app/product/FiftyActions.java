package io.taskledger.app.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who does fifty things to a few tasks, of all kinds that programs can do, and takes them all back. */
public final class FiftyActions {

    /** What no undoing brings back, since the ledger goes on. */
    private static final Set<String> OF_THE_HISTORY = Set.of("version", "updated_at", "completed_at", "deleted_at");

    private static final int ACTIONS = 50;

    private final Random random;
    private final List<String> tasks = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private final String other;
    private String before = "";
    private Rest person;

    /** @param other somebody to share with */
    public FiftyActions(Rest person, String other, long seed) {
        this.person = person;
        this.other = other;
        this.random = new Random(seed);
    }

    /** Over REST, one after another; each of them changes something. */
    public void areDone() {
        for (var i = 1; i <= 8; i++) {
            tasks.add(person.createTask("Task " + i));
        }
        var workspace = of("/tasks/" + tasks.getFirst(), "workspace_id").asString();
        lists.add(of("/tasks/" + tasks.getFirst(), "list_id").asString());
        lists.add(person.post("/workspaces/" + workspace + "/lists", Map.of("name", "Later"))
                .expecting(201)
                .json()
                .get("id")
                .asString());
        before = state();
        for (var i = 0; i < ACTIONS; i++) {
            doOne(i);
        }
        assertThat(state()).isNotEqualTo(before);
    }

    /** By asking fifty times what comes next, as {@code Ctrl+Z} does. */
    public void areUndoneAt(Product node) {
        person = person.at(node);
        for (var i = 0; i < ACTIONS; i++) {
            var next = person.get("/users/me/actions").expecting(200).json().get("undo");
            person.post("/actions/" + next.asString() + "/undo", Map.of()).expecting(200);
        }
        assertThat(state()).isEqualTo(before);
    }

    private void doOne(int number) {
        var task = "/tasks/" + tasks.get(random.nextInt(tasks.size()));
        switch (number % 10) {
            case 0 -> person.patch(task, Map.of("title", "Title " + number)).expecting(200);
            case 1 ->
                person.patch(task, Map.of("description", "Said in " + number, "priority", priority(task)))
                        .expecting(200);
            case 2 ->
                person.patch(task, Map.of("due_date", "2027-01-%02d".formatted(number / 10 + 1)))
                        .expecting(200);
            case 3 -> person.post(task + "/tags", List.of("tag-" + number)).expecting(200);
            case 4 ->
                person.patch(task, Map.of("completed", !of(task, "completed").asBoolean()))
                        .expecting(200);
            case 5 ->
                person.post(task + "/comments", Map.of("content", "Comment " + number))
                        .expecting(201);
            case 6 -> shareOrNot(task);
            case 7 -> moveToAnotherList(task);
            case 8 ->
                person.patch(
                                "/tasks/bulk",
                                Map.of("task_ids", tasks, "updates", Map.of("tags", List.of("bulk-" + number))))
                        .expecting(200);
            default -> deleteAndNeverTouchAgain(task);
        }
    }

    private String priority(String task) {
        return of(task, "priority").asString().equals("high") ? "low" : "high";
    }

    private void shareOrNot(String task) {
        var shared = of(task, "share_count").asInt() > 0;
        if (shared) {
            person.delete(task + "/share/" + other).expecting(204);
        } else {
            person.post(task + "/share", Map.of("shared_with_username", other, "permission", "view"))
                    .expecting(201);
        }
    }

    private void moveToAnotherList(String task) {
        var here = of(task, "list_id").asString();
        var there =
                lists.stream().filter(list -> !list.equals(here)).findFirst().orElseThrow();
        person.post(task + "/move", Map.of("list_id", there)).expecting(200);
    }

    private void deleteAndNeverTouchAgain(String task) {
        if (tasks.size() > 4) {
            person.delete(task).expecting(204);
            tasks.remove(task.substring("/tasks/".length()));
        } else {
            tasks.add(person.createTask("Late " + tasks.size()));
        }
    }

    private JsonNode of(String task, String field) {
        return person.get(task).expecting(200).json().get(field);
    }

    /** Of the tasks that are not in the trash, where what was made in between ends. */
    private String state() {
        var all = new TreeMap<String, String>();
        person.get("/tasks?limit=100").expecting(200).json().get("tasks").forEach(task -> {
            var fields = new TreeMap<String, String>();
            task.properties().stream()
                    .filter(field -> !OF_THE_HISTORY.contains(field.getKey()))
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().toString()));
            all.put(task.get("id").asString(), fields.toString());
        });
        return all.toString();
    }
}
