package io.taskledger.messages.task;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which of the actor's tasks are asked for. Null and empty components do not restrict; the others combine by AND.
 *
 * @param tags the task must have all of them, spelled exactly so
 * @param search in title or description, ignoring case; {@code %} and {@code _} are plain characters
 * @param dueFrom included; tasks without a due date drop out
 * @param dueTo included; tasks without a due date drop out
 * @param overdueAsOf with {@code overdue}: the reader's today
 */
public record TaskFilter(
        @Nullable Boolean completed,
        @Nullable Priority priority,
        List<String> tags,
        String search,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable Boolean overdue,
        @Nullable LocalDate overdueAsOf) {

    public TaskFilter {
        tags = List.copyOf(tags);
        if (overdue != null && overdueAsOf == null) {
            throw new IllegalArgumentException("overdue needs the reader's today");
        }
    }

    public static TaskFilter everything() {
        return new TaskFilter(null, null, List.of(), "", null, null, null, null);
    }

    public TaskFilter completed(@Nullable Boolean value) {
        return new TaskFilter(value, priority, tags, search, dueFrom, dueTo, overdue, overdueAsOf);
    }

    public TaskFilter search(String value) {
        return new TaskFilter(completed, priority, tags, value, dueFrom, dueTo, overdue, overdueAsOf);
    }

    public TaskFilter due(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new TaskFilter(completed, priority, tags, search, from, to, overdue, overdueAsOf);
    }
}
