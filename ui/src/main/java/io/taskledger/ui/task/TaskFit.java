package io.taskledger.ui.task;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskSort;
import org.jspecify.annotations.Nullable;

/**
 * Where a single changed task belongs in a list that is on the screen already. The query side decides what a list
 * holds; this only keeps one row in its place until the list is read again.
 */
public final class TaskFit {

    private TaskFit() {}

    static boolean fits(TaskFilter filter, TaskDetails task) {
        return (filter.completed() == null || filter.completed() == task.completed())
                && (filter.priority() == null || filter.priority() == task.priority())
                && task.tags().containsAll(filter.tags())
                && stands(filter, task)
                && (!filter.sharedWithActor() || isForeign(task))
                && mentions(filter.search(), task)
                && within(filter.dueFrom(), filter.dueTo(), task.dueDate());
    }

    public static Comparator<TaskDetails> order(TaskSort sort) {
        Comparator<TaskDetails> order = switch (sort.by()) {
            case CREATED_AT -> Comparator.comparing(TaskDetails::createdAt);
            case TITLE -> Comparator.comparing(TaskDetails::title);
            case PRIORITY -> Comparator.comparing(TaskDetails::priority);
            case PRIORITY_NAME -> Comparator.comparing(task -> task.priority().text());
            case COMPLETED -> Comparator.comparing(TaskDetails::completed);
            case PLACE -> Comparator.comparing(task -> task.home().place());
            case DUE_DATE -> byDue();
            case ID -> byId();
        };
        var total = order.thenComparing(byId());
        return sort.descending() ? total.reversed() : total;
    }

    private static Comparator<TaskDetails> byDue() {
        Comparator<@Nullable LocalDate> days = Comparator.nullsLast(Comparator.<LocalDate>naturalOrder());
        return Comparator.comparing(TaskDetails::dueDate, days);
    }

    private static Comparator<TaskDetails> byId() {
        return Comparator.comparing(task -> task.taskId().text());
    }

    private static boolean stands(TaskFilter filter, TaskDetails task) {
        var turn = filter.assignee();
        return (filter.list() == null || filter.list().equals(task.home().listId()))
                && (turn == null
                        || Objects.equals(
                                turn.name(),
                                task.assignee() == null ? null : task.assignee().text()));
    }

    /** Out of somebody's own workspace, which nobody sees but by a share. */
    private static boolean isForeign(TaskDetails task) {
        return task.home().workspaceId().isPersonalOf(task.owner())
                && !task.level().includes(TaskLevel.ALL);
    }

    /** Each word somewhere, as the query side has it; that looks under accents too. */
    private static boolean mentions(String search, TaskDetails task) {
        var said = Stream.of(
                        Stream.of(task.title()),
                        Stream.ofNullable(task.description()),
                        task.tags().stream(),
                        task.comments().stream().map(TaskComment::content))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(said::contains);
    }

    private static boolean within(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate due) {
        if (from == null && to == null) {
            return true;
        }
        return due != null && (from == null || !due.isBefore(from)) && (to == null || !due.isAfter(to));
    }
}
