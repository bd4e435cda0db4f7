package io.taskledger.exchange.trello;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.messages.SetTo;
import org.jspecify.annotations.Nullable;

/** The plain values of an object of the file. */
record ActionFields(Map<String, Object> values) {

    /** JSON's null, told apart from a field that is not there. */
    private static final Object NULL = new Object();

    static ActionFields read(JsonCursor json) throws NotATrelloBoard {
        Map<String, Object> values = new HashMap<>();
        json.fields(field -> put(values, field, json));
        return new ActionFields(values);
    }

    static void put(Map<String, Object> values, String field, JsonCursor json) {
        Object value = json.plain();
        if (value != null || json.isNull()) {
            values.put(field, value == null ? NULL : value);
        }
    }

    @Nullable
    String text(String field) {
        return values.get(field) instanceof String text ? text : null;
    }

    String string(String field) {
        String text = text(field);
        return text == null ? "" : text;
    }

    @Nullable
    Boolean flag(String field) {
        return values.get(field) instanceof Boolean flag ? flag : null;
    }

    @Nullable
    Double number(String field) {
        return values.get(field) instanceof Double number ? number : null;
    }

    @Nullable
    String name() {
        return string("fullName").isBlank() ? text("username") : text("fullName");
    }

    CardChange card(@Nullable String list) {
        return new CardChange(
                text("name"),
                text("desc"),
                due(),
                flag("closed"),
                flag("dueComplete"),
                list == null ? text("idList") : list,
                number("pos"));
    }

    ListChange list() {
        return new ListChange(text("name"), flag("closed"), number("pos"));
    }

    private @Nullable SetTo<@Nullable Instant> due() {
        return values.containsKey("due") ? new SetTo<>(instant(string("due"))) : null;
    }

    /** Null for a text that is no instant, or one of another age. */
    static @Nullable Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text.strip());
            return CardReader.isOfFourDigits(instant) ? instant : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
