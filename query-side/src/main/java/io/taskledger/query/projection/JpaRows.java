package io.taskledger.query.projection;

import java.util.Optional;

import org.axonframework.common.jpa.EntityManagerProvider;

/** Rows in the database, of the version that the transaction is pinned to. */
final class JpaRows<E> implements Rows<E> {

    private final EntityManagerProvider entities;
    private final Class<E> type;

    JpaRows(EntityManagerProvider entities, Class<E> type) {
        this.entities = entities;
        this.type = type;
    }

    @Override
    public Optional<E> find(String key) {
        return Optional.ofNullable(entities.getEntityManager().find(type, key));
    }

    @Override
    public void add(E row) {
        entities.getEntityManager().persist(row);
    }

    @Override
    public void remove(String key) {
        find(key).ifPresent(entities.getEntityManager()::remove);
    }
}
