package io.taskledger.app.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.app.product.Rest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thing of each kind that an address can name, all of one person: a task of theirs that nobody else sees, a team's
 * workspace with nobody else in it, and so on.
 */
final class Belongings {

    private final Map<String, String> byPlace = new HashMap<>();

    /** @param name the person's username; it is in all texts of theirs, too */
    Belongings(Rest person, String name) {
        var task = person.createTask("Mend the roof of " + name);
        var path = "/tasks/" + task;
        var trashed = person.createTask("Sell the ladder of " + name);
        person.delete("/tasks/" + trashed).expecting(204);
        var workspace = made(person, "/workspaces", Map.of("name", "Roofers of " + name));
        var team = "/workspaces/" + workspace;
        var self = person.get("/users/me").expecting(200).json().path("id").asString();

        byPlace.put("tasks", task);
        byPlace.put("trash", trashed);
        byPlace.put("tags", "home");
        byPlace.put("comments", made(person, path + "/comments", Map.of("content", "Said of " + name)));
        byPlace.put("reminders", made(person, path + "/reminders", Map.of("minutes_before", 10)));
        byPlace.put("share", name);
        byPlace.put("workspaces", workspace);
        byPlace.put("lists", made(person, team + "/lists", Map.of("name", "Slates of " + name)));
        byPlace.put(
                "invitations", made(person, team + "/invitations", Map.of("email", "roofer-" + task + "@example.org")));
        byPlace.put("members", self);
        byPlace.put("users", self);
        byPlace.put("projections", "tasks");
        byPlace.put("versions", "1");
        byPlace.put("rebuilds", "rebuild-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
        byPlace.put("dead-letters", "01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
        person.post(path + "/tags", List.of("home")).expecting(200);
    }

    private static String made(Rest person, String path, Map<String, ?> body) {
        return person.post(path, body).expecting(201).json().path("id").asString();
    }

    /**
     * @param place the segment before it in an address
     * @throws AssertionError where nobody has said yet what that is
     */
    String at(String place) {
        var id = byPlace.get(place);
        if (id == null) {
            throw new AssertionError(
                    "An address names something after '" + place + "': say in Belongings how a person comes by one");
        }
        return id;
    }

    /** The ids of all. */
    List<String> all() {
        return List.copyOf(byPlace.values());
    }

    /** A documented request with these things' ids in place of those that are only examples. */
    JsonNode named(JsonNode example) {
        if (example.isMissingNode()) {
            return example;
        }
        var text = example.toString();
        for (var kind :
                Map.of("task", "tasks", "list", "lists", "ws", "workspaces").entrySet()) {
            text = text.replaceAll("\"" + kind.getKey() + "-[0-9A-Z]{26}\"", "\"" + at(kind.getValue()) + "\"");
        }
        return JsonMapper.shared().readTree(text);
    }

    /** Whether an address names nobody's property there: a text, or something of the whole house. */
    static boolean isNobodys(String place) {
        return List.of("tags", "projections", "versions", "rebuilds", "dead-letters")
                .contains(place);
    }
}
