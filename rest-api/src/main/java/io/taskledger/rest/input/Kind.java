package io.taskledger.rest.input;

import tools.jackson.databind.JsonNode;

/** What a value must be: how it is read from JSON, and from the text of a query parameter. */
public interface Kind<T> {

    T parse(String text) throws Misread;

    /** By default a JSON string of the same form. */
    default T read(JsonNode node) throws Misread {
        if (!node.isString()) {
            throw new Misread(
                    wrongType(), "Input should be a valid " + wrongType().replace("_type", ""));
        }
        return parse(node.stringValue());
    }

    /** The problem's type for a JSON value that is no string. */
    default String wrongType() {
        return "string_type";
    }
}
