package io.taskledger.query.task;

import java.time.LocalDateTime;
import java.util.Map;

/** Open and due before the reader's now, a day without a time when it is over; in SQL, for other tables of tasks. */
public final class Overdue {

    private Overdue() {}

    /**
     * Never unknown, so that its opposite is all the others. Wants {@link #parameters}.
     *
     * @param row the alias of a row with {@code completed_at}, {@code due_date} and {@code due_time}
     */
    public static String sql(String row) {
        return """
                (%1$s.completed_at is null and coalesce(
                  %1$s.due_date < :today or %1$s.due_date = :today and %1$s.due_time < :time, false))""".formatted(row);
    }

    /** @param now the reader's, by their own calendar and clock */
    public static Map<String, Object> parameters(LocalDateTime now) {
        return Map.of("today", now.toLocalDate(), "time", now.toLocalTime());
    }
}
