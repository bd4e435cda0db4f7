package io.taskledger.ui.task;

import java.util.List;

import com.vaadin.flow.component.html.Span;

/** The first of a task's tags, to be looked at alone. */
public final class TagMarks extends Span {

    private final int most;

    public TagMarks(int most) {
        this.most = most;
        addClassName("tags");
    }

    public void show(List<String> names) {
        removeAll();
        names.stream().limit(most).map(TagMarks::mark).forEach(this::add);
    }

    static Span mark(String name) {
        return TagChip.of(new Span(name), name);
    }
}
