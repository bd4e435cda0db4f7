package io.taskledger.query.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a projection's rows look like to those who write and compare many of them at once.
 *
 * @param entity the rows as JPA reads and writes them
 * @param table its name within a version's schema
 * @param columns those that handlers fill; what the database generates is left out. The first is the key
 * @param stream the column with the id of the stream whose events make the row, and no other stream's
 * @param owner the column with the owner's id
 * @param locality the order that readers like: rows read together lie together
 */
public record RowForm<E>(
        Class<E> entity,
        String table,
        List<Column<E>> columns,
        String stream,
        Optional<String> owner,
        Comparator<E> locality) {

    public RowForm {
        columns = List.copyOf(columns);
    }

    /** @param value null where the row has none */
    public record Column<E>(String name, ColumnType type, Function<E, @Nullable Object> value) {}

    public static <E> Column<E> column(String name, ColumnType type, Function<E, @Nullable Object> value) {
        return new Column<>(name, type, value);
    }

    public String key() {
        return columns.getFirst().name();
    }

    public String keyOf(E row) {
        return String.valueOf(columns.getFirst().value().apply(row));
    }

    /** The row's values in the columns' order; two rows are the same when these are equal. */
    public List<@Nullable Object> values(E row) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            values.add(column.value().apply(row));
        }
        return values;
    }

    /** The id of the stream whose events made the row. */
    public String streamOf(E row) {
        return columns.stream()
                .filter(one -> one.name().equals(stream))
                .map(one -> String.valueOf(one.value().apply(row)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(table + " has no column " + stream));
    }

    /** Which of the columns is called so, from 0; -1 where none is. */
    public int columnNamed(String name) {
        return columns.stream().map(Column::name).toList().indexOf(name);
    }

    /** For SQL: {@code id, owner, …}. */
    public String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
