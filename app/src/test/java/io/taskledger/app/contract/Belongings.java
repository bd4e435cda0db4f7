package io.taskledger.app.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.app.product.Rest;

/**
 * A thing of each kind that an address can name, all of one person: a task of theirs that nobody else sees, a team's
 * workspace with nobody else in it, and so on.
 */
final class Belongings {

    private final Map<String, String> byPlace = new HashMap<>();

    /** @param name the person's username */
    Belongings(Rest person, String name) {
        var task = person.createTask("Mend the roof");
        var path = "/tasks/" + task;
        var trashed = person.createTask("Sell the ladder");
        person.delete("/tasks/" + trashed).expecting(204);
        var workspace = made(person, "/workspaces", Map.of("name", "Roofers"));
        var team = "/workspaces/" + workspace;
        var self = person.get("/users/me").expecting(200).json().path("id").asString();

        byPlace.put("tasks", task);
        byPlace.put("trash", trashed);
        byPlace.put("tags", "home");
        byPlace.put("comments", made(person, path + "/comments", Map.of("content", "Slates are dear")));
        byPlace.put("reminders", made(person, path + "/reminders", Map.of("minutes_before", 10)));
        byPlace.put("share", name);
        byPlace.put("workspaces", workspace);
        byPlace.put("lists", made(person, team + "/lists", Map.of("name", "Slates")));
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
            throw new AssertionError("An address names something after '" + place
                    + "': say in Belongings how a person comes by one");
        }
        return id;
    }

    /** Whether an address names nobody's property there: a person, a text, or something of the whole house. */
    static boolean isNobodys(String place) {
        return List.of("tags", "share", "members", "users", "projections", "versions", "rebuilds", "dead-letters")
                .contains(place);
    }
}
