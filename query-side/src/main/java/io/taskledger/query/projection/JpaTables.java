package io.taskledger.query.projection;

import org.axonframework.common.jpa.EntityManagerProvider;

/** Tables in the database, of the version that the transaction is pinned to. */
public final class JpaTables implements Tables {

    private final EntityManagerProvider entities;

    public JpaTables(EntityManagerProvider entities) {
        this.entities = entities;
    }

    @Override
    public <E> Rows<E> rows(RowForm<E> form) {
        return new JpaRows<>(entities, form.entity());
    }
}
