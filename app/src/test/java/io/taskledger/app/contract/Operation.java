package io.taskledger.app.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;

/**
 * Something that can be asked of the API, as its OpenAPI document has it.
 *
 * @param method in capitals
 * @param path with {@code {parameters}}
 * @param words what the document says of it
 */
record Operation(String method, String path, JsonNode words) {

    /** In the document's order. */
    static List<Operation> in(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> operations.add(
                                new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        return operations;
    }

    String id() {
        return words.path("operationId").asString();
    }

    /** Whether it is for people without an account, too. */
    boolean isOpen() {
        return words.path("security").isArray() && words.path("security").isEmpty();
    }

    boolean isForAdmins() {
        return path.startsWith("/api/v1/admin/");
    }

    /**
     * What each parameter of the path names, in its order: the segment before it, such as {@code tasks} in
     * {@code /tasks/{id}/tags/{tag}}, {@code tags} after it; or what stands before it in its own segment.
     */
    List<String> places() {
        var places = new ArrayList<String>();
        fill(place -> {
            places.add(place);
            return "";
        });
        return places;
    }

    /** The path with what the function gives for each place. */
    String fill(UnaryOperator<String> values) {
        var filled = new ArrayList<String>();
        var before = "";
        for (var segment : path.split("/")) {
            var brace = segment.indexOf('{');
            filled.add(
                    brace < 0
                            ? segment
                            : segment.substring(0, brace)
                                    + values.apply(brace == 0 ? before : segment.substring(0, brace)));
            before = segment;
        }
        return String.join("/", filled);
    }

    boolean takes(String contentType) {
        return words.path("requestBody").path("content").has(contentType);
    }

    /** The documented request; missing where it takes none. */
    JsonNode request() {
        return words.at("/requestBody/content/application~1json/example");
    }

    /** The names of the parameters there. */
    List<String> parameters(String in) {
        return words.path("parameters")
                .valueStream()
                .filter(one -> one.path("in").asString().equals(in))
                .map(one -> one.path("name").asString())
                .toList();
    }

    /** The statuses of the answers that the document knows. */
    Set<String> statuses() {
        return new TreeSet<>(words.path("responses").propertyNames());
    }

    /** The types of problems that it may be answered with, by the last part of their addresses. */
    Set<String> problems(int status) {
        return new TreeSet<>(words.path("responses")
                .path(Integer.toString(status))
                .at("/content/application~1problem+json/examples")
                .propertyNames());
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + id() + ")";
    }
}
