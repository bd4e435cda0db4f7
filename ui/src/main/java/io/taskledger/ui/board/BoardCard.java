package io.taskledger.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.DueMark;
import io.taskledger.ui.task.PeopleMark;
import io.taskledger.ui.task.PriorityMark;
import io.taskledger.ui.task.TagMarks;
import io.taskledger.ui.task.TaskTitle;
import io.taskledger.ui.workspace.WorkspaceNavigation;

/** One task on a board. */
class BoardCard extends ListItem {

    /** What a card can ask for. */
    interface Asked {

        void toggle(TaskDetails task);

        void moveTo(TaskDetails task);
    }

    private static final int TAGS_SHOWN = 4;

    private final Desk desk;
    private final NativeButton check = new NativeButton();
    private final TaskTitle title = new TaskTitle("card-title", "card-title");
    private final TagMarks tags;
    private final DueMark due;
    private final PeopleMark people;
    private final PriorityMark priority;
    private final Push move;
    private TaskDetails task;

    BoardCard(TaskDetails task, Desk desk, Asked asked) {
        this.desk = desk;
        this.task = task;
        addClassName("board-card");
        getElement()
                .setAttribute("data-testid", "card")
                .setAttribute("data-task", task.taskId().text());
        check.addClassName("check");
        check.getElement()
                .setAttribute("type", "button")
                .setAttribute("role", "checkbox")
                .setAttribute("data-testid", "card-check");
        check.addClickListener(_ -> asked.toggle(this.task));
        title.getElement().setAttribute("draggable", "false");
        move = Push.icon("move", desk.say("board.move-to"), "card-move", _ -> asked.moveTo(this.task));
        tags = new TagMarks(desk, TAGS_SHOWN);
        due = new DueMark(desk);
        people = new PeopleMark(desk);
        priority = new PriorityMark(desk);
        var head = new Div(check, title, move);
        head.addClassName("card-head");
        var foot = new Div(tags, CardMarks.together(due, priority), people);
        foot.addClassName("card-foot");
        add(head, foot);
        show(task);
    }

    TaskDetails task() {
        return task;
    }

    void show(TaskDetails now) {
        task = now;
        setClassName("done", now.completed());
        check.setEnabled(now.level().includes(TaskLevel.EDIT));
        check.getElement()
                .setAttribute("aria-checked", Boolean.toString(now.completed()))
                .setAttribute("aria-label", desk.say(now.completed() ? "row.reopen" : "row.complete", now.title()));
        title.setText(now.title());
        title.setHref(WorkspaceNavigation.toTask(now.home().workspaceId(), now.taskId()));
        var movable = now.level().includes(TaskLevel.PLACE);
        move.setVisible(movable);
        move.rename(desk.say("board.move-to.of", now.title()));
        if (movable) {
            getElement().setAttribute("data-movable", "");
        } else {
            getElement().removeAttribute("data-movable");
        }
        tags.show(now.tags());
        tags.setVisible(!now.tags().isEmpty());
        due.show(now);
        people.show(now);
        priority.show(now.priority());
        priority.setVisible(now.priority() != Priority.MEDIUM);
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
