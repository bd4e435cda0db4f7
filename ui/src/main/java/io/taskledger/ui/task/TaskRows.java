package io.taskledger.ui.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** The rows of a list by their tasks, and which of them are marked: as selected, as open beside the list. */
final class TaskRows {

    private final Desk desk;
    private final TaskRow.Asked asked;
    private final Map<TaskId, TaskRow> rows = new LinkedHashMap<>();
    private Set<TaskId> picked = Set.of();
    private @Nullable TaskId current;

    TaskRows(Desk desk, TaskRow.Asked asked) {
        this.desk = desk;
        this.asked = asked;
    }

    TaskRow make(TaskDetails task, Shown shown) {
        var row = new TaskRow(task, shown, desk, asked);
        row.current(task.taskId().equals(current));
        row.picked(picked.contains(task.taskId()));
        rows.put(task.taskId(), row);
        return row;
    }

    Optional<TaskRow> find(TaskId task) {
        return Optional.ofNullable(rows.get(task));
    }

    boolean hold(TaskId task) {
        return rows.containsKey(task);
    }

    int size() {
        return rows.size();
    }

    void remove(TaskRow row) {
        rows.remove(row.task().taskId());
    }

    void clear() {
        rows.clear();
    }

    /** Marks these as selected, and no others. */
    void pick(Set<TaskId> tasks) {
        picked = tasks;
        rows.forEach((id, row) -> row.picked(tasks.contains(id)));
    }

    /** Marks this one as open, and no other. */
    void open(@Nullable TaskId task) {
        current = task;
        rows.forEach((id, row) -> row.current(id.equals(task)));
    }
}
