package io.taskledger.rest.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that a client sent. Each field is asked for by its kind; what is wrong is collected until
 * {@link #enforce()}, so that a client is told everything at once. Fields that nobody asks for are ignored.
 */
public final class JsonBody {

    private final JsonNode object;
    private final List<String> path;
    private final List<InputProblem> problems;

    JsonBody(JsonNode object) {
        this(object, List.of("body"), new ArrayList<>());
    }

    private JsonBody(JsonNode object, List<String> path, List<InputProblem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** The object in a field that must be there; an empty one where it is not, until {@link #enforce()}. */
    public JsonBody within(String field) {
        var node = object.get(field);
        var path = Stream.concat(this.path.stream(), Stream.of(field)).toList();
        if (node == null || !node.isObject()) {
            problems.add(
                    node == null
                            ? new InputProblem(List.copyOf(path), "Field required", "missing")
                            : new InputProblem(
                                    List.copyOf(path), "Input should be a valid JSON object", "model_attributes_type"));
        }
        return new JsonBody(
                node != null && node.isObject() ? node : JsonMapper.shared().createObjectNode(), path, problems);
    }

    /** Must be there, and not null. */
    public <T> Given<T> required(String field, Kind<T> kind) {
        if (!object.has(field)) {
            problems.add(new InputProblem(place(field), "Field required", "missing"));
        }
        return optional(field, kind);
    }

    /** May be absent, but not null. */
    public <T> Given<T> optional(String field, Kind<T> kind) {
        var node = object.get(field);
        return node == null ? Given.absent() : read(field, node, kind);
    }

    /** May be absent or null. */
    public <T> Given<T> nullable(String field, Kind<T> kind) {
        var node = object.get(field);
        return node != null && node.isNull() ? new Given<>(true, null) : optional(field, kind);
    }

    /**
     * Must not be there: what is understood elsewhere is not to be ignored here.
     *
     * @param instead what to do
     */
    public void without(String field, String instead) {
        if (object.has(field)) {
            problems.add(new InputProblem(place(field), instead, "value_error"));
        }
    }

    /** @throws InvalidInput with all that was wrong so far */
    public void enforce() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private List<Object> place(String field) {
        var place = new ArrayList<Object>(path);
        place.add(field);
        return place;
    }

    private <T> Given<T> read(String field, JsonNode node, Kind<T> kind) {
        try {
            return new Given<>(true, kind.read(node));
        } catch (Misread misread) {
            problems.add(misread.in(path, field));
            return Given.absent();
        }
    }
}
