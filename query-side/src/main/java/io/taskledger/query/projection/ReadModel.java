package io.taskledger.query.projection;

import java.util.List;
import java.util.function.Function;

/**
 * A projection with all that is needed to feed and to fold it.
 *
 * @param tables at least one; the first tells of what exists, the others of its parts
 * @param streamTypes stored types of the streams whose events it handles, such as {@code task}
 * @param handlers makes the object with the {@code @EventHandler}s, given the tables that these shall change. It must go by
 *     the events alone: no clock, no chance, no row of another stream
 */
public record ReadModel(
        Projection projection, List<RowForm<?>> tables, List<String> streamTypes, Function<Tables, Object> handlers) {

    public ReadModel {
        tables = List.copyOf(tables);
        streamTypes = List.copyOf(streamTypes);
    }

    public String name() {
        return projection.name();
    }
}
