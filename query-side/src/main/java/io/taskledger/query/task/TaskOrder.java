package io.taskledger.query.task;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskSort;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;

/**
 * The columns behind an order. None holds a null, and the id settles ties, so that every order is total.
 *
 * <p>Where a slice ended is told as a text that a URL can carry: the order, the last row's id and its sort key, in Base64.
 */
record TaskOrder(TaskSort sort, Column column) {

    /** Some 200,000 years: later than anybody's date, and before PostgreSQL's end of time. */
    private static final Duration CALENDAR = Duration.ofDays(365L * 200_000);

    private static final Column ID = new Column("id", text -> new TaskId(text).text());

    private static final Map<TaskSort.Field, Column> COLUMNS = Map.of(
            TaskSort.Field.ID, ID,
            TaskSort.Field.CREATED_AT, new Column("createdAt", TaskOrder::instant),
            TaskSort.Field.TITLE, new Column("titleOrder", TaskOrder::text),
            TaskSort.Field.PRIORITY, new Column("priority", Short::valueOf),
            TaskSort.Field.COMPLETED, new Column("completed", TaskOrder::flag),
            TaskSort.Field.PLACE, new Column("place", TaskOrder::text),
            TaskSort.Field.DUE_DATE, new Column("dueOrder", TaskOrder::date));

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
        var text = String.join(
                "\n",
                name(),
                String.valueOf(position.getKeys().get(ID.property)),
                String.valueOf(position.getKeys().get(column.property)));
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
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
            require(parts.length == 3 && parts[0].equals(name()));
            var keys = new HashMap<String, Object>();
            keys.put(column.property, column.parse.apply(parts[2]));
            keys.put(ID.property, new TaskId(parts[1]).text());
            return ScrollPosition.forward(keys);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new CommandRejected(
                    new Rejection.Invalid(List.of(new FieldProblem("cursor", Kind.FORBIDDEN_CHARACTER, 0))));
        }
    }

    /** Part of a cursor, so that one of another order is known for what it is. */
    private String name() {
        return sort.by() + (sort.descending() ? " desc" : " asc");
    }

    private static Boolean flag(String text) {
        require(text.equals("true") || text.equals("false"));
        return Boolean.valueOf(text);
    }

    private static String text(String text) {
        require(FieldRules.isStorable(text));
        return text;
    }

    private static Instant instant(String text) {
        var instant = Instant.parse(text);
        require(instant.isAfter(Instant.EPOCH.minus(CALENDAR)) && instant.isBefore(Instant.EPOCH.plus(CALENDAR)));
        return instant;
    }

    private static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        require(Math.abs(date.toEpochDay()) < CALENDAR.toDays());
        return date;
    }

    private static void require(boolean readable) {
        if (!readable) {
            throw new IllegalArgumentException("no cursor");
        }
    }

    private record Column(String property, Function<String, Object> parse) {}
}
