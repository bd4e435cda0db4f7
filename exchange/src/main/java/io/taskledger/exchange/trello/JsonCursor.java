package io.taskledger.exchange.trello;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks through JSON value by value. What nobody asks for is skipped, never held in memory. */
final class JsonCursor {

    /** Reads, or leaves alone, the value that the cursor stands on. */
    @FunctionalInterface
    interface FieldReader {
        void read(String name) throws NotATrelloBoard;
    }

    /** Reads, or leaves alone, the element that the cursor stands on. {@code number} counts from 1. */
    @FunctionalInterface
    interface ElementReader {
        void read(int number) throws NotATrelloBoard;
    }

    /** Lists, cards and labels together: a bound on memory far above any real board. */
    static final int MOST_KEPT = 500_000;

    private final JsonParser parser;
    private int kept;

    JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Every field of the object; anything but an object has none. */
    void fields(FieldReader reader) throws NotATrelloBoard {
        if (!isObject()) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            reader.read(name);
            parser.skipChildren(); // does nothing where the reader has read the value
        }
    }

    /** Every element of the array; anything but an array has none. */
    int elements(ElementReader reader) throws NotATrelloBoard {
        if (!isArray()) {
            return 0;
        }
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.read(++number);
            parser.skipChildren();
        }
        return number;
    }

    /** How many elements the array has; 0 for anything else. */
    int count() throws NotATrelloBoard {
        return elements(number -> {});
    }

    /** The value as text; empty for null, objects and arrays. */
    String text() {
        String text = textOrNull();
        return text == null ? "" : text;
    }

    @Nullable
    String textOrNull() {
        return parser.getValueAsString();
    }

    /** True for {@code true} alone. */
    boolean flag() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** A {@code String}, {@code Boolean} or {@code Double}; null for anything else. */
    @Nullable
    Object plain() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        return number();
    }

    /** Null for anything but a number. */
    @Nullable
    Double number() {
        JsonToken token = parser.currentToken();
        return token != null && token.isNumeric() ? parser.getDoubleValue() : null;
    }

    /** Counts one more that is held in memory. */
    void keep() throws NotATrelloBoard {
        if (++kept > MOST_KEPT) {
            throw new NotATrelloBoard(
                    NotATrelloBoard.Reason.TOO_LARGE,
                    "The board is too large: it has more than %d lists, cards and labels.".formatted(MOST_KEPT));
        }
    }
}
