package io.taskledger.ui.task;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Icon;

/** The tasks under one heading, to be folded away. */
class GroupSection extends Section {

    private final Groups.Group group;
    private final UnorderedList list = new UnorderedList();
    private final NativeButton fold = new NativeButton();
    private final Span count = new Span();
    private boolean folded;

    /** @param onFold told after each folding or unfolding by the person */
    GroupSection(Groups.Group group, Runnable onFold) {
        this.group = group;
        addClassNames("group", "group-" + group.id());
        list.addClassName("rows");
        if (!group.heading().isEmpty()) {
            var heading = new H2(fold);
            fold.add(new Icon("chevron"), new Span(group.heading()), count);
            fold.addClassName("fold");
            fold.getElement().setAttribute("type", "button").setAttribute("data-testid", "fold-" + group.id());
            fold.addClickListener(_ -> {
                fold(!folded);
                onFold.run();
            });
            count.addClassName("count");
            add(heading);
            getElement().setAttribute("aria-label", group.heading());
        }
        add(list);
        fold(false);
    }

    Groups.Group group() {
        return group;
    }

    boolean folded() {
        return folded;
    }

    final void fold(boolean away) {
        folded = away;
        list.setVisible(!away);
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(!away));
    }

    /** Puts the row where the order wants it. */
    void place(TaskRow row, Comparator<TaskDetails> order) {
        var rows = rows();
        int at = rows.size();
        while (at > 0 && order.compare(rows.get(at - 1).task(), row.task()) > 0) {
            at--;
        }
        list.addComponentAtIndex(at, row);
    }

    void append(TaskRow row) {
        list.add(row);
    }

    void prepend(TaskRow row) {
        list.addComponentAsFirst(row);
    }

    void remove(TaskRow row) {
        list.remove(row);
    }

    /**
     * @param beyond how many tasks of this group were read whose rows are not here now
     * @param more whether the list may still bring tasks of this group
     */
    void count(int beyond, boolean more) {
        count.setText(size() + beyond + (more ? "+" : ""));
    }

    /** As they stand below each other. */
    Stream<TaskDetails> tasks() {
        return rows().stream().map(TaskRow::task);
    }

    int size() {
        return list.getComponentCount();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** Its tasks as they stand below each other; none where they are folded away. */
    List<TaskId> inSight() {
        return folded
                ? List.of()
                : rows().stream().map(row -> row.task().taskId()).toList();
    }

    private List<TaskRow> rows() {
        return list.getChildren().map(TaskRow.class::cast).toList();
    }
}
