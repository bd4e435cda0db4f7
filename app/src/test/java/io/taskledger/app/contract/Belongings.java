package io.taskledger.app.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.app.contract.Wire.Sent;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thing of each kind that an address can name, all of one person: a task of theirs that nobody else sees, a team's
 * workspace with nobody else in it, and so on.
 */
final class Belongings {

    private static final List<String> READING = List.of("tasks:read");

    private final Map<String, String> byPlace = new HashMap<>();

    /**
     * @param name the person's username; it is in all texts of theirs, too
     * @param friend who shares something with them, and so gives them something to be told
     */
    Belongings(Product product, Rest person, String name, Rest friend) {
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
        byPlace.put("files", attached(product, person, path));
        byPlace.put("notifications", told(person, name, friend));
        byPlace.put(
                "sessions", person.get("/users/me/sessions").json().at("/0/id").asString());
        byPlace.put("tokens", made(person, "/users/me/tokens", Map.of("name", "Roofs", "scopes", READING)));
        byPlace.put("avatar.", "png");
        byPlace.put("imports", "csv");
        byPlace.put("users", self);
        byPlace.put("projections", "tasks");
        byPlace.put("versions", "1");
        byPlace.put("rebuilds", "rebuild-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
        byPlace.put("replays", "replay-01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
        byPlace.put("dead-letters", "01KAJ4Y2V0QF3D9A7M5ZC8W6XE");
        var tagged = person.post(path + "/tags", List.of("home")).expecting(200);
        byPlace.put("actions", lastAction(person, tagged.position()));
    }

    private static String attached(Product product, Rest person, String task) {
        var headers = new ArrayList<>(List.of("Authorization: Bearer " + person.token()));
        var bytes = Multipart.upload(headers);
        return Wire.ask(product.port(), new Sent("POST", "/api/v1" + task + "/files", headers, bytes))
                .json()
                .path("id")
                .asString();
    }

    private static String told(Rest person, String name, Rest friend) {
        var lent = friend.createTask("Lend a hand");
        var shared = friend.post("/tasks/" + lent + "/share", Map.of("shared_with_username", name))
                .expecting(201);
        var told = person.get("/notifications", shared.position()).expecting(200);
        return told.json().findValue("id").asString();
    }

    private static String lastAction(Rest person, String position) {
        return person.get("/users/me/actions", position)
                .expecting(200)
                .json()
                .at("/actions/0/action_id")
                .asString();
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
        return List.of("tags", "projections", "versions", "rebuilds", "replays", "dead-letters", "avatar.", "imports")
                .contains(place);
    }
}
