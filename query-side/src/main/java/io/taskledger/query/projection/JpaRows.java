package io.taskledger.query.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.axonframework.common.jpa.EntityManagerProvider;
import org.hibernate.Session;

/** Rows in the database, of the version that the transaction is pinned to. One thread's. */
final class JpaRows<E> implements Rows<E> {

    private final EntityManagerProvider entities;
    private final RowForm<E> form;
    private final Set<String> absent = new HashSet<>();

    JpaRows(EntityManagerProvider entities, RowForm<E> form) {
        this.entities = entities;
        this.form = form;
    }

    /** Reads the rows that this transaction will ask for, in one query. {@link #forget} has to be called at its end. */
    void readAhead(Set<String> keys) {
        var wanted = List.copyOf(keys);
        var found = entities.getEntityManager().unwrap(Session.class).findMultiple(form.entity(), wanted);
        for (int index = 0; index < wanted.size(); index++) {
            if (found.get(index) == null) {
                absent.add(wanted.get(index));
            }
        }
    }

    /** The transaction is over in which rows were read ahead. */
    void forget() {
        absent.clear();
    }

    @Override
    public Optional<E> find(String key) {
        if (absent.contains(key)) {
            return Optional.empty();
        }
        return Optional.ofNullable(entities.getEntityManager().find(form.entity(), key));
    }

    @Override
    public void add(E row) {
        absent.remove(form.keyOf(row));
        entities.getEntityManager().persist(row);
    }

    @Override
    public void remove(String key) {
        find(key).ifPresent(entities.getEntityManager()::remove);
    }
}
