package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Glow;
import org.jspecify.annotations.Nullable;

/** The rows of a list under their headings. A row stays the same element while its task changes, so focus stays. */
class TaskSections extends Div {

    private final Desk desk;
    private final TaskRow.Asked asked;
    private final Runnable onFold;
    private final Map<TaskId, TaskRow> rows = new LinkedHashMap<>();
    private final List<GroupSection> sections = new ArrayList<>();
    private final FoldedGroups folded = new FoldedGroups();
    private Shown shown = Shown.all(Shown.Which.TASKS);
    private Groups groups;
    private @Nullable TaskId current;
    private boolean more;

    TaskSections(Desk desk, TaskRow.Asked asked, Runnable onFold) {
        this.desk = desk;
        this.asked = asked;
        this.onFold = onFold;
        this.groups = Groups.of(shown, desk.reader());
        addClassName("sections");
    }

    /** Starts a list anew. */
    void begin(Shown now) {
        shown = now;
        groups = Groups.of(now, desk.reader());
        rows.clear();
        sections.clear();
        removeAll();
    }

    /** Adds what comes next in the list's own order. */
    void append(List<TaskDetails> tasks, boolean moreToCome) {
        more = moreToCome;
        for (var task : tasks) {
            if (!rows.containsKey(task.taskId())) {
                section(groups.of(task)).append(row(task));
            }
        }
        recount();
    }

    /** One's own new task: in sight at once. */
    void addFirst(TaskDetails task) {
        section(groups.justAdded()).prepend(row(task));
        recount();
    }

    /** Shows what became of a task; one that no longer fits stays where it is until the list is read again. */
    void update(TaskDetails task, boolean movable) {
        var row = rows.get(task.taskId());
        if (row == null) {
            return;
        }
        var before = row.task();
        row.show(task, shown);
        var order = TaskFit.order(shown.sort());
        var fromSection = sectionOf(row);
        var moved = order.compare(before, task) != 0 || !groups.of(before).equals(groups.of(task));
        if (movable && moved && fromSection.group().order() >= 0) {
            fromSection.remove(row);
            section(groups.of(task)).place(row, order);
            dropEmpty();
        }
        if (before.version() != task.version()) {
            Glow.on(row);
        }
        recount();
    }

    /** A task that came from elsewhere, where it falls within what is loaded. */
    void insert(TaskDetails task) {
        Comparator<TaskDetails> order = TaskFit.order(shown.sort());
        var last = rows.values().stream().map(TaskRow::task).max(order);
        if (more && last.isPresent() && order.compare(task, last.get()) > 0) {
            return;
        }
        var row = row(task);
        section(groups.of(task)).place(row, order);
        Glow.on(row);
        recount();
    }

    void remove(TaskId task) {
        var row = rows.remove(task);
        if (row != null) {
            sectionOf(row).remove(row);
            dropEmpty();
            recount();
        }
    }

    /** The tasks as they stand below each other, but for those that are folded away. */
    List<TaskId> order() {
        return sections.stream().flatMap(section -> section.inSight().stream()).toList();
    }

    /** The one after it, else the one before it. */
    Optional<TaskId> beside(TaskId task) {
        var order = order();
        var at = order.indexOf(task);
        if (at < 0 || order.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(order.get(at + 1 < order.size() ? at + 1 : at - 1));
    }

    /** Marks these rows as selected, and no others. */
    void picked(Set<TaskId> tasks) {
        rows.forEach((id, row) -> row.picked(tasks.contains(id)));
        setClassName("picking", !tasks.isEmpty());
    }

    boolean holds(TaskId task) {
        return rows.containsKey(task);
    }

    Optional<TaskRow> row(TaskId task) {
        return Optional.ofNullable(rows.get(task));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many rows are in sight or a scroll away. */
    int unfolded() {
        return order().size();
    }

    void current(@Nullable TaskId task) {
        current = task;
        rows.forEach((id, row) -> row.current(id.equals(task)));
    }

    /** @param remembered what {@link #foldedIds} gave before */
    void fold(String remembered) {
        folded.become(remembered);
        sections.forEach(section -> section.fold(folded.hold(section.group())));
    }

    String foldedIds() {
        return folded.text();
    }

    private TaskRow row(TaskDetails task) {
        var row = new TaskRow(task, shown, desk, asked);
        row.current(task.taskId().equals(current));
        rows.put(task.taskId(), row);
        return row;
    }

    private GroupSection section(Groups.Group group) {
        for (int at = 0; at < sections.size(); at++) {
            if (sections.get(at).group().equals(group)) {
                return sections.get(at);
            }
            if (sections.get(at).group().order() > group.order()) {
                return open(group, at);
            }
        }
        return open(group, sections.size());
    }

    private GroupSection open(Groups.Group group, int at) {
        var section = new GroupSection(group, () -> {
            sections.forEach(folded::take);
            onFold.run();
        });
        section.fold(folded.hold(group));
        sections.add(at, section);
        addComponentAtIndex(at, section);
        return section;
    }

    private GroupSection sectionOf(TaskRow row) {
        return row.getParent()
                .flatMap(Component::getParent)
                .map(GroupSection.class::cast)
                .orElseThrow();
    }

    private void dropEmpty() {
        sections.stream().filter(GroupSection::isEmpty).forEach(this::remove);
        sections.removeIf(GroupSection::isEmpty);
    }

    private void recount() {
        for (int at = 0; at < sections.size(); at++) {
            sections.get(at).count(more && at == sections.size() - 1);
        }
    }
}
