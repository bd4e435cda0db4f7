package io.taskledger.query.projection;

import java.util.List;
import java.util.function.Function;

/**
 * A projection with all that is needed to feed and to fold it.
 *
 * @param entity the rows as JPA reads and writes them
 * @param streamTypes stored types of the streams whose events it handles, such as {@code task}
 * @param handlers makes the object with the {@code @EventHandler}s, given the rows that these shall change. It must go by
 *     the events alone: no clock, no chance, no row of another stream
 */
public record ReadModel<E>(
        Projection projection,
        RowForm<E> form,
        Class<E> entity,
        List<String> streamTypes,
        Function<Rows<E>, Object> handlers) {

    public String name() {
        return projection.name();
    }
}
