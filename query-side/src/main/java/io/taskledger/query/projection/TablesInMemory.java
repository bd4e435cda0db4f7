package io.taskledger.query.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tables of a fold. One thread's. */
public final class TablesInMemory implements Tables {

    private final Map<String, RowsInMemory<?>> tables = new HashMap<>();

    /** Empty ones. */
    public TablesInMemory(List<RowForm<?>> forms) {
        forms.forEach(form -> tables.put(form.table(), new RowsInMemory<>(form)));
    }

    // A form is of its table, whose rows were made for it, above.
    @SuppressWarnings("unchecked")
    @Override
    public <E> RowsInMemory<E> rows(RowForm<E> form) {
        return (RowsInMemory<E>) Objects.requireNonNull(tables.get(form.table()), form::table);
    }

    /** Forgets what a stream has made. */
    public void removeStream(String stream) {
        tables.values().forEach(rows -> rows.removeAllOf(stream));
    }
}
