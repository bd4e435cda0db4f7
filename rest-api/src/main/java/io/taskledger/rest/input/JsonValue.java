package io.taskledger.rest.input;

import tools.jackson.databind.JsonNode;

/** A body that is a value by itself, such as a list. */
public final class JsonValue {

    private final JsonNode value;

    JsonValue(JsonNode value) {
        this.value = value;
    }

    /** @throws InvalidInput where it is of another kind */
    public <T> T as(Kind<T> kind) {
        try {
            return kind.read(value);
        } catch (Misread misread) {
            throw new InvalidInput(misread.in("body"));
        }
    }
}
