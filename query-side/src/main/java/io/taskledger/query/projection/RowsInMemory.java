package io.taskledger.query.projection;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of a fold. One thread's. */
public final class RowsInMemory<E> implements Rows<E> {

    private final RowForm<E> form;
    private final Map<String, E> rows = new HashMap<>();
    /** Stream → keys, where a stream makes more rows than the one that is called as it is. */
    private final Map<String, Set<String>> parts = new HashMap<>();

    public RowsInMemory(RowForm<E> form) {
        this.form = form;
    }

    @Override
    public Optional<E> find(String wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    @Override
    public void add(E row) {
        var key = form.keyOf(row);
        if (rows.putIfAbsent(key, row) != null) {
            throw new IllegalStateException("the row " + key + " is there already");
        }
        if (hasParts()) {
            parts.computeIfAbsent(form.streamOf(row), _ -> new HashSet<>()).add(key);
        }
    }

    @Override
    public void remove(String gone) {
        var row = rows.remove(gone);
        if (row != null && hasParts()) {
            parts.computeIfPresent(form.streamOf(row), (_, keys) -> {
                keys.remove(gone);
                return keys.isEmpty() ? null : keys;
            });
        }
    }

    @Override
    public List<E> allOf(String stream) {
        return (hasParts() ? parts.getOrDefault(stream, Set.of()) : Set.of(stream))
                .stream().flatMap(key -> find(key).stream()).toList();
    }

    @Override
    public void removeAllOf(String stream) {
        if (hasParts()) {
            parts.getOrDefault(stream, Set.of()).forEach(rows::remove);
            parts.remove(stream);
        } else {
            rows.remove(stream);
        }
    }

    private boolean hasParts() {
        return !form.key().equals(form.stream());
    }

    public Collection<E> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    public int size() {
        return rows.size();
    }
}
