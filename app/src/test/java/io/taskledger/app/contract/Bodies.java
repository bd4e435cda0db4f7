package io.taskledger.app.contract;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests that name things in their bodies. */
final class Bodies {

    private Bodies() {}

    /** The fields of an operation's body that hold ids. */
    static List<String> idsIn(Operation operation, JsonNode document) {
        var schema = operation
                .words()
                .at("/requestBody/content/application~1json/schema/$ref")
                .asString();
        return document.at(schema.substring(1)).path("properties").propertyNames().stream()
                .filter(Bodies::isId)
                .toList();
    }

    private static boolean isId(String name) {
        return name.matches(".*_ids?|before|after");
    }

    /** The documented request with another's thing in one field, and with one's own in the others that it needs. */
    static JsonNode naming(Operation operation, String field, Belongings anothers, Belongings own) {
        var body = (ObjectNode) own.named(operation.request()).deepCopy();
        if (body.has("action") && !field.equals("task_ids")) {
            body.put("action", "move");
        } else {
            List.copyOf(body.propertyNames()).stream().filter(Bodies::isId).forEach(body::remove);
        }
        if (field.equals("task_ids")) {
            body.putArray(field).add(anothers.at("tasks"));
        } else {
            body.put(field, anothers.at(place(operation, field)));
        }
        return body;
    }

    private static String place(Operation operation, String field) {
        return switch (field) {
            case "list_id" -> "lists";
            case "workspace_id" -> "workspaces";
            case "before", "after" -> operation.path().contains("/lists") ? "lists" : "tasks";
            default ->
                throw new AssertionError(operation + " takes '" + field + "': say in Bodies.place what that names");
        };
    }
}
