package io.taskledger.query.projection;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rows of a fold. One thread's. */
public final class RowsInMemory<E> implements Rows<E> {

    private final Function<E, String> key;
    private final Map<String, E> rows = new HashMap<>();

    public RowsInMemory(RowForm<E> form) {
        this.key = form::keyOf;
    }

    @Override
    public Optional<E> find(String wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    @Override
    public void add(E row) {
        if (rows.putIfAbsent(key.apply(row), row) != null) {
            throw new IllegalStateException("the row " + key.apply(row) + " is there already");
        }
    }

    @Override
    public void remove(String gone) {
        rows.remove(gone);
    }

    public Collection<E> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    public List<E> sorted(Comparator<E> order) {
        return rows.values().stream().sorted(order).toList();
    }

    public int size() {
        return rows.size();
    }
}
