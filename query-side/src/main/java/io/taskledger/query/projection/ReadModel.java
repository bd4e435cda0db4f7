package io.taskledger.query.projection;

import java.util.List;
import java.util.function.Function;

/**
 * A projection with all that is needed to feed and to fold it.
 *
 * @param tables at least one; the first tells of what exists, the others of its parts
 * @param streamTypes stored types of the streams whose events it handles, such as {@code task}
 * @param partTypes stored types of the events that may make a row of a table beside the first; empty where any event may
 * @param handlers makes the object with the {@code @EventHandler}s, given the tables that these shall change. It must go by
 *     the events alone: no clock, no chance, no row of another stream
 */
public record ReadModel(
        Projection projection,
        List<RowForm<?>> tables,
        List<String> streamTypes,
        List<String> partTypes,
        Function<Tables, Object> handlers) {

    public ReadModel {
        tables = List.copyOf(tables);
        streamTypes = List.copyOf(streamTypes);
        partTypes = List.copyOf(partTypes);
    }

    /** Any event may make rows. */
    public ReadModel(
            Projection projection,
            List<RowForm<?>> tables,
            List<String> streamTypes,
            Function<Tables, Object> handlers) {
        this(projection, tables, streamTypes, List.of(), handlers);
    }

    public String name() {
        return projection.name();
    }
}
