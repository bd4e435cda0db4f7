package io.taskledger.ui.task;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Glow;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list under their headings. A row stays the same element while its task changes, so focus stays. Of a long
 * list some stretches have rows, not all that was read: rows that are far out of sight go, and are read again.
 */
class TaskSections extends Div {

    private final Desk desk;
    private final TaskRows rows;
    private final Headings headings;
    private final ListReading reading;
    private final RowOrder order;
    private Shown shown = Shown.all(Shown.Which.TASKS);
    private Groups groups;

    TaskSections(Desk desk, TaskRow.Asked asked, Runnable onFold) {
        this.desk = desk;
        this.rows = new TaskRows(desk, asked);
        this.groups = Groups.of(shown, desk.reader());
        this.headings = new Headings(this, onFold);
        this.reading = new ListReading(groups);
        this.order = new RowOrder(reading, headings);
        addClassName("sections");
    }

    /** What of the list is read, and what to ask for the rest with. */
    ListReading reading() {
        return reading;
    }

    RowOrder order() {
        return order;
    }

    /** Starts a list anew. */
    void begin(Shown now) {
        shown = now;
        groups = Groups.of(now, desk.reader());
        reading.begin(groups);
        clear();
    }

    /** Nothing is on the screen; what is read next is this stretch of those that were read before. */
    void startAt(int stretch) {
        reading.startAt(stretch);
        clear();
    }

    private void clear() {
        rows.clear();
        headings.clear();
    }

    /** Adds what comes next in the list's own order. */
    void append(Slice<TaskDetails> slice) {
        for (var task : slice.items()) {
            if (!rows.hold(task.taskId())) {
                headings.of(groups.of(task)).append(rows.make(task, shown));
            }
        }
        reading.tookBelow(slice);
        recount();
    }

    /** Brings back what stood above. */
    void prepend(List<TaskDetails> tasks) {
        var missing = tasks.stream().filter(task -> !rows.hold(task.taskId())).toList();
        for (var task : missing.reversed()) {
            headings.of(groups.of(task)).prepend(rows.make(task, shown));
        }
        reading.tookAbove(missing);
        recount();
    }

    /** Lets the rows of the first stretch go. What was just added takes the place that it has in the list. */
    void dropFirst() {
        var added = headings.under(groups.justAdded());
        added.forEach(task -> remove(task.taskId()));
        reading.leftAbove(drop(headings.inOrder().toList(), reading.withoutFirst()));
        added.forEach(this::insert);
        recount();
    }

    /** Lets the rows of the last stretch go. */
    void dropLast() {
        var inOrder = headings.inOrder().toList();
        reading.leftBelow(drop(inOrder.reversed(), reading.withoutLast()).reversed());
        recount();
    }

    /** Those before the first that stays. */
    private List<TaskDetails> drop(List<TaskDetails> inOrder, Set<TaskId> kept) {
        var left = inOrder.stream()
                .takeWhile(task -> !kept.contains(task.taskId()))
                .toList();
        left.forEach(task -> row(task.taskId()).ifPresent(this::take));
        return left;
    }

    /** One's own new task: in sight at once. */
    void addFirst(TaskDetails task) {
        headings.of(groups.justAdded()).prepend(rows.make(task, shown));
        recount();
    }

    /** Shows what became of a task; one that no longer fits stays where it is until the list is read again. */
    void update(TaskDetails task, boolean movable) {
        rows.find(task.taskId()).ifPresent(row -> update(row, task, movable));
    }

    private void update(TaskRow row, TaskDetails task, boolean movable) {
        var before = row.task();
        row.show(task, shown);
        var byOrder = TaskFit.order(shown.sort());
        var section = Headings.over(row);
        var moved = byOrder.compare(before, task) != 0 || !groups.of(before).equals(groups.of(task));
        if (movable && moved && section.group().order() >= 0) {
            section.remove(row);
            headings.of(groups.of(task)).place(row, byOrder);
            reading.forget(task.taskId());
            headings.dropEmpty();
        }
        if (before.version() != task.version()) {
            Glow.on(row);
        }
        recount();
    }

    /** A task that came from elsewhere, where it falls within what is loaded. */
    void insert(TaskDetails task) {
        var byOrder = TaskFit.order(shown.sort());
        if (!order.includes(task, byOrder)) {
            return;
        }
        var row = rows.make(task, shown);
        headings.of(groups.of(task)).place(row, byOrder);
        Glow.on(row);
        recount();
    }

    void remove(TaskId task) {
        reading.forget(task);
        row(task).ifPresent(this::take);
        recount();
    }

    private void take(TaskRow row) {
        rows.remove(row);
        Headings.over(row).remove(row);
        headings.dropEmpty();
    }

    /** Marks these rows as selected, and no others. */
    void picked(Set<TaskId> tasks) {
        rows.pick(tasks);
        setClassName("picking", !tasks.isEmpty());
    }

    boolean holds(TaskId task) {
        return rows.hold(task);
    }

    Optional<TaskRow> row(TaskId task) {
        return rows.find(task);
    }

    int size() {
        return rows.size();
    }

    /** Whether there is a row in sight or a scroll away. */
    boolean showsRows() {
        return headings.inSight().findFirst().isPresent();
    }

    void current(@Nullable TaskId task) {
        rows.open(task);
    }

    private void recount() {
        headings.count(reading.countBeyond(), reading.afterLast().isPresent());
    }
}
