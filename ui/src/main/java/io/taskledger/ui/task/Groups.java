package io.taskledger.ui.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** Under which heading a task stands. */
record Groups(Kind kind, Reader reader) {

    /**
     * @param order where the group stands among the others
     * @param id remembered for folded groups
     * @param heading empty where the list has no groups
     */
    record Group(long order, String id, String heading) {}

    enum Kind {
        NONE,
        BY_DUE,
        BY_DAY
    }

    /** Groups make sense only where their tasks follow each other. */
    static Groups of(Shown shown, Reader reader) {
        if (shown.order() != Shown.Order.DUE || shown.status() != Shown.Status.OPEN) {
            return new Groups(Kind.NONE, reader);
        }
        return new Groups(shown.which() == Shown.Which.UPCOMING ? Kind.BY_DAY : Kind.BY_DUE, reader);
    }

    Group of(TaskDetails task) {
        return switch (kind) {
            case NONE -> new Group(0, "all", "");
            case BY_DUE -> byDue(task.dueDate());
            case BY_DAY -> byDay(task.dueDate());
        };
    }

    /** Where one's own new tasks stand until the list is read again: in sight, wherever they belong. */
    Group justAdded() {
        return new Group(-1, "just-added", reader.say("group.just-added"));
    }

    private Group byDue(@Nullable LocalDate due) {
        var today = reader.today();
        if (due == null) {
            return named(5, "no-date");
        }
        if (due.isBefore(today)) {
            return named(0, "overdue");
        }
        if (due.equals(today)) {
            return named(1, "today");
        }
        var ends = new Calendar(reader).lastDayOfWeek();
        if (!due.isAfter(ends)) {
            return named(2, "this-week");
        }
        return due.isAfter(ends.plusWeeks(1)) ? named(4, "later") : named(3, "next-week");
    }

    private Group byDay(@Nullable LocalDate due) {
        if (due == null) {
            return named(Long.MAX_VALUE, "no-date");
        }
        var days = ChronoUnit.DAYS.between(reader.today(), due);
        return new Group(days, "day-" + due, new Calendar(reader).heading(due));
    }

    private Group named(long order, String id) {
        return new Group(order, id, reader.say("group." + id));
    }
}
