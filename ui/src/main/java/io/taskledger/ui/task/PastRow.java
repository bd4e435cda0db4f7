package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.past.DifferenceMark;

/** A task in a list as it was. It leads to the task of then; nothing can be done with it. */
class PastRow extends ListItem {

    private static final int TAGS_SHOWN = 3;

    private final DoneMark done;
    private final TaskTitle title = new TaskTitle("task-title", "row-title");
    private final TagMarks tags;
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
        tags = new TagMarks(desk, TAGS_SHOWN);
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
        tags.show(then.tags());
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
        title.current(current);
    }

    void focusTitle() {
        title.focus();
    }
}
