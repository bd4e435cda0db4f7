package io.taskledger.ui.task;

import java.util.List;

import com.vaadin.flow.component.html.Span;

/** The first of a task's tags, to be looked at alone, and how many there are besides. */
public final class TagMarks extends Span {

    private final Desk desk;
    private final int most;

    public TagMarks(Desk desk, int most) {
        this.desk = desk;
        this.most = most;
        addClassName("tags");
    }

    public void show(List<String> names) {
        removeAll();
        names.stream().limit(most).map(TagMarks::mark).forEach(this::add);
        if (names.size() > most) {
            add(more(desk, names, most));
        }
    }

    static Span mark(String name) {
        var mark = TagChip.of(new Span(name), name);
        mark.getElement().setAttribute("title", name);
        return mark;
    }

    /** How many there are beyond those that are shown; who rests the pointer on it reads all of them. */
    static Span more(Desk desk, List<String> names, int shown) {
        var more = new Span(desk.say("row.more-tags", names.size() - shown));
        more.addClassNames("tag", "tag-more");
        more.getElement().setAttribute("title", String.join(", ", names));
        return more;
    }
}
