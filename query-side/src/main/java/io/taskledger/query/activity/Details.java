package io.taskledger.query.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Changed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an entry tells beside who did what: named values in their order, kept as JSON. */
final class Details {

    static final String TASK_TITLE = "task_title";
    static final String OLD_VALUES = "old_values";
    static final String NEW_VALUES = "new_values";

    private static final String CHANGED_FIELDS = "changed_fields";

    /** Of a longer text, in characters. */
    private static final int PREVIEW = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    static Details none() {
        return new Details();
    }

    static Details titled(String taskTitle) {
        return new Details().with(TASK_TITLE, taskTitle);
    }

    /** Of fields that got new values, in their order. */
    static Details changed(Map<String, Changed<?>> changes) {
        return new Details().withChanges(changes);
    }

    @SuppressWarnings("NullAway") // it does not see nullness within the type argument of what is read
    static Map<String, @Nullable Object> read(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
    }

    Details with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Only its first characters. */
    Details withPreview(String name, String text) {
        var preview = text.codePointCount(0, text.length()) <= PREVIEW
                ? text
                : text.substring(0, text.offsetByCodePoints(0, PREVIEW));
        return with(name, preview);
    }

    Details withChanges(Map<String, Changed<?>> changes) {
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>();
        changes.forEach((field, change) -> {
            before.put(field, change.from());
            after.put(field, change.to());
        });
        return with(CHANGED_FIELDS, List.copyOf(changes.keySet()))
                .with(OLD_VALUES, before)
                .with(NEW_VALUES, after);
    }

    /** What was told, with further changes: of a field that changed twice the first old and the last new value. */
    static Details more(String json, Map<String, Changed<?>> changes) {
        var told = new Details();
        told.values.putAll(read(json));
        var fields = new ArrayList<Object>(told.list(CHANGED_FIELDS));
        var before = told.map(OLD_VALUES);
        var after = told.map(NEW_VALUES);
        changes.forEach((field, change) -> {
            if (!before.containsKey(field)) {
                fields.add(field);
                before.put(field, change.from());
            }
            after.put(field, change.to());
        });
        return told.with(CHANGED_FIELDS, fields).with(OLD_VALUES, before).with(NEW_VALUES, after);
    }

    /** What was told, with another value. */
    static Details again(String json, String name, @Nullable Object value) {
        var told = new Details();
        told.values.putAll(read(json));
        return told.with(name, value);
    }

    String json() {
        return JSON.writeValueAsString(values);
    }

    private List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    private Map<String, @Nullable Object> map(String name) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        if (values.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
