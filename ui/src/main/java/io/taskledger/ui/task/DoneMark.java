package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Span;

/** Whether a task was done, where nothing can be done about it. */
public final class DoneMark extends Span {

    private final Desk desk;

    public DoneMark(Desk desk) {
        this.desk = desk;
        addClassName("done-mark");
    }

    public void show(boolean done) {
        removeAll();
        setClassName("is-done", done);
        add(PriorityMark.hidden(desk.say(done ? "then.done" : "then.open")));
    }
}
