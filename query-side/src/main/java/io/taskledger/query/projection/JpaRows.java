package io.taskledger.query.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.axonframework.common.jpa.EntityManagerProvider;
import org.hibernate.Session;

/** Rows in the database, of the version that the transaction is pinned to. One thread's. */
final class JpaRows<E> implements Rows<E> {

    private static final Pattern SNAKE = Pattern.compile("_([a-z])");

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
        find(key).ifPresent(row -> {
            entities.getEntityManager().remove(row);
            // JPA writes what is new before what is gone: a row that came back under its key would meet itself.
            entities.getEntityManager().flush();
        });
    }

    @Override
    public List<E> allOf(String stream) {
        var manager = entities.getEntityManager();
        var query = manager.getCriteriaBuilder().createQuery(form.entity());
        var row = query.from(form.entity());
        query.where(manager.getCriteriaBuilder().equal(row.get(attribute(form.stream())), stream));
        return manager.createQuery(query).getResultList();
    }

    @Override
    public void removeAllOf(String stream) {
        allOf(stream).forEach(entities.getEntityManager()::remove);
    }

    /** Entities spell in camel case what their columns spell in snake case. */
    private static String attribute(String column) {
        return SNAKE.matcher(column).replaceAll(hit -> hit.group(1).toUpperCase(Locale.ROOT));
    }
}
