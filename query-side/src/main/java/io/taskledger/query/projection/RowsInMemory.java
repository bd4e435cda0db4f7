package io.taskledger.query.projection;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rows of a fold. One thread's. */
public final class RowsInMemory<E> implements Rows<E> {

    private final RowForm<E> form;
    private final Map<String, E> rows = new HashMap<>();

    public RowsInMemory(RowForm<E> form) {
        this.form = form;
    }

    @Override
    public Optional<E> find(String wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    @Override
    public void add(E row) {
        if (rows.putIfAbsent(form.keyOf(row), row) != null) {
            throw new IllegalStateException("the row " + form.keyOf(row) + " is there already");
        }
    }

    @Override
    public void remove(String gone) {
        rows.remove(gone);
    }

    /** Forgets what a stream has made. */
    void removeStream(String stream) {
        rows.values().removeIf(row -> form.streamOf(row).equals(stream));
    }

    public Collection<E> all() {
        return Collections.unmodifiableCollection(rows.values());
    }

    public int size() {
        return rows.size();
    }
}
