package io.taskledger.query.task;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskSort;

/**
 * The columns behind an order. None holds a null, and the id settles ties, so that every order is total.
 *
 * <p>Where a slice ended is told as a text that a URL can carry: the order, the last row's id and its sort key, in Base64.
 */
record TaskOrder(TaskSort sort, Column column) {

    /** Some 200,000 years: later than anybody's date, and before PostgreSQL's end of time. */
    private static final Duration CALENDAR = Duration.ofDays(365L * 200_000);

    private static final Column ID = new Column("id", TaskRow::id, text -> new TaskId(text).text());

    private static final Map<TaskSort.Field, Column> COLUMNS = Map.of(
            TaskSort.Field.ID, ID,
            TaskSort.Field.CREATED_AT, new Column("created_at", TaskRow::createdAt, TaskOrder::instant),
            TaskSort.Field.TITLE, new Column("title_order", TaskRow::titleOrder, TaskOrder::text),
            TaskSort.Field.PRIORITY,
                    new Column("priority", row -> row.priority().rank(), Short::valueOf),
            TaskSort.Field.PRIORITY_NAME,
                    new Column("priority_name", row -> row.priority().text(), TaskOrder::text),
            TaskSort.Field.COMPLETED, new Column("completed", row -> row.completedAt() != null, TaskOrder::flag),
            TaskSort.Field.PLACE, new Column("place", row -> row.home().place().text(), TaskOrder::text),
            TaskSort.Field.DUE_DATE, new Column("due_order", TaskRow::dueOrder, TaskOrder::date));

    static TaskOrder of(TaskSort sort) {
        return new TaskOrder(sort, COLUMNS.getOrDefault(sort.by(), ID));
    }

    SortKey key() {
        return new SortKey(column.name, sort.descending());
    }

    /** @param last row of a slice */
    String cursor(TaskRow last) {
        var text = String.join("\n", name(), last.id(), String.valueOf(column.value.apply(last)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where the slice after a cursor begins.
     *
     * @param cursor empty for the first slice
     * @throws CommandRejected where the text is no cursor of this order
     */
    Conditions after(String cursor) {
        if (cursor.isEmpty()) {
            return new Conditions();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
            require(parts.length == 3 && parts[0].equals(name()));
            return new Conditions()
                    .and(
                            key().after(),
                            Map.of("after", column.parse.apply(parts[2]), "after_id", new TaskId(parts[1]).text()));
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

    private static OffsetDateTime instant(String text) {
        var instant = Instant.parse(text);
        require(instant.isAfter(Instant.EPOCH.minus(CALENDAR)) && instant.isBefore(Instant.EPOCH.plus(CALENDAR)));
        return Timestamps.utc(instant);
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

    /** @param value of a row; as text it is what {@code parse} reads */
    private record Column(String name, Function<TaskRow, Object> value, Function<String, Object> parse) {}
}
