package io.taskledger.query.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.axonframework.common.jpa.EntityManagerProvider;

/** Tables in the database, of the version that the transaction is pinned to. One thread's. */
public final class JpaTables implements Tables {

    private final EntityManagerProvider entities;
    private final Map<RowForm<?>, JpaRows<?>> tables = new HashMap<>();

    public JpaTables(EntityManagerProvider entities) {
        this.entities = entities;
    }

    // Each form is mapped to rows of its own type.
    @SuppressWarnings("unchecked")
    @Override
    public <E> Rows<E> rows(RowForm<E> form) {
        return (Rows<E>) tables.computeIfAbsent(form, _ -> new JpaRows<>(entities, form));
    }

    /**
     * Reads the rows that are called as these streams are, in one query a table: this transaction will ask for them.
     * {@link #forget} has to be called at its end.
     */
    public void readAhead(Set<String> streams) {
        tables.forEach((form, rows) -> {
            if (form.key().equals(form.stream())) {
                rows.readAhead(streams);
            }
        });
    }

    /** The transaction is over in which rows were read ahead. */
    public void forget() {
        tables.values().forEach(JpaRows::forget);
    }
}
