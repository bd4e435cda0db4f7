package io.taskledger.query.task;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskSort;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;

/**
 * The columns behind an order. None holds a null, and the id settles ties, so that every order is total.
 *
 * <p>Where a slice ended is told as a text that a URL can carry: the last row's id and sort key, in Base64.
 */
record TaskOrder(TaskSort sort, Column column) {

    private static final Column ID = new Column("id", text -> text);

    private static final Map<TaskSort.Field, Column> COLUMNS = Map.of(
            TaskSort.Field.ID, ID,
            TaskSort.Field.CREATED_AT, new Column("createdAt", Instant::parse),
            TaskSort.Field.TITLE, new Column("titleOrder", text -> text),
            TaskSort.Field.PRIORITY, new Column("priority", Short::valueOf),
            TaskSort.Field.COMPLETED, new Column("completed", Boolean::valueOf),
            TaskSort.Field.DUE_DATE, new Column("dueOrder", LocalDate::parse));

    static TaskOrder of(TaskSort sort) {
        return new TaskOrder(sort, COLUMNS.getOrDefault(sort.by(), ID));
    }

    Sort columns() {
        var direction = sort.descending() ? Sort.Direction.DESC : Sort.Direction.ASC;
        var first = Sort.by(direction, column.property);
        return column.equals(ID) ? first : first.and(Sort.by(direction, ID.property));
    }

    /** @param position of the last row of a slice */
    String cursor(KeysetScrollPosition position) {
        var text =
                position.getKeys().get(ID.property) + "\n" + position.getKeys().get(column.property);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where the slice after a cursor begins.
     *
     * @param cursor empty for the first slice
     * @throws CommandRejected where the text is no cursor of this order
     */
    KeysetScrollPosition after(String cursor) {
        if (cursor.isEmpty()) {
            return ScrollPosition.keyset();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var end = text.indexOf('\n');
            Object id = text.substring(0, end);
            return ScrollPosition.forward(
                    Map.of(ID.property, id, column.property, column.parse.apply(text.substring(end + 1))));
        } catch (RuntimeException unreadable) {
            throw new CommandRejected(
                    new Rejection.Invalid(List.of(new FieldProblem("cursor", Kind.FORBIDDEN_CHARACTER, 0))));
        }
    }

    private record Column(String property, Function<String, Object> parse) {}
}
