package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Glow;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list under their headings. A row stays the same element while its task changes, so focus stays. Of a long
 * list some stretches have rows, not all that was read: rows that are far out of sight go, and are read again.
 *
 * <p>Longer than most: each way in which a row comes, moves and goes is here, since all keep the same headings and counts.
 */
class TaskSections extends Div {

    private final Desk desk;
    private final TaskRow.Asked asked;
    private final Runnable onFold;
    private final Map<TaskId, TaskRow> rows = new LinkedHashMap<>();
    private final List<GroupSection> sections = new ArrayList<>();
    private final FoldedGroups folded = new FoldedGroups();
    private Shown shown = Shown.all(Shown.Which.TASKS);
    private final ListReading reading;
    private Groups groups;
    private @Nullable TaskId current;
    private Set<TaskId> picked = Set.of();

    TaskSections(Desk desk, TaskRow.Asked asked, Runnable onFold) {
        this.desk = desk;
        this.asked = asked;
        this.onFold = onFold;
        this.groups = Groups.of(shown, desk.reader());
        this.reading = new ListReading(groups);
        addClassName("sections");
    }

    /** What of the list is read, and what to ask for the rest with. */
    ListReading reading() {
        return reading;
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
        sections.clear();
        removeAll();
    }

    /** Adds what comes next in the list's own order. */
    void append(Slice<TaskDetails> slice) {
        for (var task : slice.items()) {
            if (!rows.containsKey(task.taskId())) {
                section(groups.of(task)).append(row(task));
            }
        }
        reading.tookBelow(slice);
        recount();
    }

    /** Brings back what stood above. */
    void prepend(List<TaskDetails> tasks) {
        var missing =
                tasks.stream().filter(task -> !rows.containsKey(task.taskId())).toList();
        for (var task : missing.reversed()) {
            section(groups.of(task)).prepend(row(task));
        }
        reading.tookAbove(missing);
        recount();
    }

    /** Lets the rows of the first stretch go. What was just added takes the place that it has in the list. */
    void dropFirst() {
        var added = sections.stream()
                .filter(section -> section.group().equals(groups.justAdded()))
                .flatMap(GroupSection::tasks)
                .toList();
        added.forEach(task -> remove(task.taskId()));
        reading.leftAbove(drop(inOrder().toList(), reading.withoutFirst()));
        added.forEach(this::insert);
        recount();
    }

    /** Lets the rows of the last stretch go. */
    void dropLast() {
        reading.leftBelow(
                drop(inOrder().toList().reversed(), reading.withoutLast()).reversed());
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

    private Stream<TaskDetails> inOrder() {
        return sections.stream().filter(section -> section.group().order() >= 0).flatMap(GroupSection::tasks);
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
            reading.forget(task.taskId());
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
        var first =
                reading.above() == 0 ? Optional.<TaskDetails>empty() : inOrder().min(order);
        var last = reading.afterLast().isEmpty()
                ? Optional.<TaskDetails>empty()
                : inOrder().max(order);
        if (first.filter(one -> order.compare(task, one) < 0).isPresent()
                || last.filter(one -> order.compare(task, one) > 0).isPresent()) {
            return;
        }
        var row = row(task);
        section(groups.of(task)).place(row, order);
        Glow.on(row);
        recount();
    }

    void remove(TaskId task) {
        reading.forget(task);
        row(task).ifPresent(this::take);
        recount();
    }

    private void take(TaskRow row) {
        rows.remove(row.task().taskId());
        sectionOf(row).remove(row);
        dropEmpty();
    }

    /** The tasks as they stand below each other, also those read before whose rows went; but for those folded away. */
    List<TaskId> order() {
        var here = sections.stream().flatMap(section -> section.inSight().stream());
        return Stream.of(reading.above(this::unfolded), here, reading.below(this::unfolded))
                .flatMap(tasks -> tasks)
                .toList();
    }

    private boolean unfolded(Groups.Group group) {
        return !folded.hold(group);
    }

    /** How many rows were above those on the screen, not counting what is folded away. */
    int rowsAbove() {
        return Math.toIntExact(reading.above(this::unfolded).count());
    }

    /** How many headings were above those on the screen. */
    int headingsAbove() {
        var here = sections.stream().map(GroupSection::group).toList();
        return Math.toIntExact(reading.countAbove().keySet().stream()
                .filter(group -> !group.heading().isEmpty() && !here.contains(group))
                .count());
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
        picked = tasks;
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

    int size() {
        return rows.size();
    }

    /** Whether there is a row in sight or a scroll away. */
    boolean showsRows() {
        return sections.stream().anyMatch(section -> !section.inSight().isEmpty());
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
        row.picked(picked.contains(task.taskId()));
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
        var beyond = reading.countBeyond();
        var more = reading.afterLast().isPresent();
        for (int at = 0; at < sections.size(); at++) {
            var section = sections.get(at);
            section.count(beyond.getOrDefault(section.group(), 0), more && at == sections.size() - 1);
        }
    }
}
