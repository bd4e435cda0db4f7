package io.taskledger.query.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rows must be, in SQL, and the values that it wants by name. {@code %1$s} is the schema of the tasks. */
public final class Conditions {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public Conditions and(String condition) {
        all.add(condition);
        return this;
    }

    public Conditions and(String condition, String name, Object value) {
        parameters.put(name, value);
        return and(condition);
    }

    public Conditions and(String condition, Map<String, ?> more) {
        parameters.putAll(more);
        return and(condition);
    }

    public Conditions and(Conditions others) {
        all.addAll(others.all);
        parameters.putAll(others.parameters);
        return this;
    }

    /** That these or those hold. Names that both know stand for the same. */
    Conditions or(Conditions others) {
        var either = new Conditions().and("((%s) or (%s))".formatted(sql(), others.sql()), parameters);
        either.parameters.putAll(others.parameters);
        return either;
    }

    public String sql() {
        return all.isEmpty() ? "true" : String.join("\n  and ", all);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
