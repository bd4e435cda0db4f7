package io.taskledger.rest.input;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A JSON object that a client sent. Each field is asked for by its kind; what is wrong is collected until
 * {@link #enforce()}, so that a client is told everything at once. Fields that nobody asks for are ignored.
 */
public final class JsonBody {

    private final JsonNode object;
    private final List<InputProblem> problems = new ArrayList<>();

    JsonBody(JsonNode object) {
        this.object = object;
    }

    /** Must be there, and not null. */
    public <T> Given<T> required(String field, Kind<T> kind) {
        if (!object.has(field)) {
            problems.add(new InputProblem(List.of("body", field), "Field required", "missing"));
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

    /** @throws InvalidInput with all that was wrong so far */
    public void enforce() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private <T> Given<T> read(String field, JsonNode node, Kind<T> kind) {
        try {
            return new Given<>(true, kind.read(node));
        } catch (Misread misread) {
            problems.add(misread.in("body", field));
            return Given.absent();
        }
    }
}
