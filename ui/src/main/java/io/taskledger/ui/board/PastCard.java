package io.taskledger.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.past.DifferenceMark;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.DoneMark;
import io.taskledger.ui.task.DueMark;
import io.taskledger.ui.task.PeopleMark;
import io.taskledger.ui.task.PriorityMark;
import io.taskledger.ui.task.TagMarks;
import io.taskledger.ui.task.TaskTitle;

/** A task on a board as it was. It leads to the task of then; nothing can be done with it. */
class PastCard extends ListItem {

    private static final int TAGS_SHOWN = 4;

    private final DoneMark done;
    private final TaskTitle title = new TaskTitle("card-title", "card-title");
    private final Div foot = new Div();
    private final DifferenceMark difference;
    private TaskDetails task;

    PastCard(TaskDetails task, Desk desk) {
        this.task = task;
        addClassNames("board-card", "past-card");
        getElement()
                .setAttribute("data-testid", "card")
                .setAttribute("data-task", task.taskId().text());
        done = new DoneMark(desk);
        title.getElement().setAttribute("draggable", "false");
        difference = new DifferenceMark(desk.reader());
        var head = new Div(done, title);
        head.addClassName("card-head");
        foot.addClassName("card-foot");
        add(head, foot, difference);
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
        var tags = new TagMarks(desk, TAGS_SHOWN);
        tags.show(then.tags());
        tags.setVisible(!then.tags().isEmpty());
        var due = new DueMark(desk);
        var priority = new PriorityMark(desk);
        var people = new PeopleMark(desk);
        due.show(then);
        priority.show(then.priority());
        priority.setVisible(then.priority() != Priority.MEDIUM);
        people.show(then);
        foot.removeAll();
        foot.add(tags, CardMarks.together(due, priority), people);
    }

    /** The card of the task in the panel. */
    void current(boolean current) {
        setClassName("current", current);
        title.current(current);
    }

    void focusTitle() {
        title.focus();
    }
}
