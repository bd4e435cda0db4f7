package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.past.DifferenceMark;

/** A task in a list as it was. It leads to the task of then; nothing can be done with it. */
class PastRow extends ListItem {

    private static final int TAGS_SHOWN = 3;

    private final DoneMark done;
    private final Anchor title = new Anchor();
    private final Span tags = new Span();
    private final Div marks = new Div();
    private final DifferenceMark difference;
    private TaskDetails task;

    PastRow(TaskDetails task, Desk desk) {
        this.task = task;
        addClassNames("task-row", "past-row");
        getElement()
                .setAttribute("data-testid", "task-row")
                .setAttribute("data-task", task.taskId().text());
        done = new DoneMark(desk);
        title.addClassName("task-title");
        title.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "row-title");
        tags.addClassName("tags");
        marks.addClassName("past-row-marks");
        difference = new DifferenceMark(desk.reader());
        var line = new Div(done, title, tags, marks);
        line.addClassName("past-row-line");
        add(line, difference);
    }

    TaskDetails task() {
        return task;
    }

    DifferenceMark difference() {
        return difference;
    }

    /**
     * @param desk of who reads then
     * @param href of the task as it was
     */
    void show(TaskDetails then, Desk desk, String href) {
        task = then;
        setClassName("done", then.completed());
        done.show(then.completed());
        title.setText(then.title());
        title.setHref(href);
        title.getElement().setAttribute("title", then.title());
        tags.removeAll();
        then.tags().stream().limit(TAGS_SHOWN).forEach(name -> {
            var tag = new Span(name);
            tag.addClassName("tag");
            tag.getElement().setAttribute("dir", "auto");
            tags.add(tag);
        });
        var people = new PeopleMark(desk);
        var due = new DueMark(desk);
        var priority = new PriorityMark(desk);
        people.show(then);
        due.show(then);
        priority.show(then.priority());
        marks.removeAll();
        marks.add(people, due, priority);
    }

    void current(boolean current) {
        setClassName("current", current);
        if (current) {
            title.getElement().setAttribute("aria-current", "true");
        } else {
            title.getElement().removeAttribute("aria-current");
        }
    }

    void focusTitle() {
        title.focus();
    }

    /** Draws the eye to a change for a second; the stylesheet keeps still for who wants no motion. */
    void glow() {
        getElement().executeJs("this.classList.remove('glow'); void this.offsetWidth; this.classList.add('glow')");
    }
}
