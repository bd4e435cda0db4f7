package io.taskledger.ui.task;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;

/** What a list without tasks says: why it is empty, and what to do next. */
class EmptyState extends Div {

    private final Desk desk;
    private final Runnable add;

    /** @param add puts the person where a task is added */
    EmptyState(Desk desk, Runnable add) {
        this.desk = desk;
        this.add = add;
        addClassName("empty");
        getElement().setAttribute("data-testid", "empty");
    }

    void explain(Shown shown) {
        removeAll();
        if (shown.narrowed()) {
            say(
                    "search",
                    "empty.narrowed",
                    Push.labelled(
                            desk.say("filter.clear"), "empty-clear", _ -> TaskNavigation.openList(shown.cleared())));
            return;
        }
        switch (shown.which()) {
            case TODAY -> say("sun", "empty.today", to(Shown.Which.UPCOMING, "empty.see-upcoming"));
            case UPCOMING -> say("calendar", "empty.upcoming", to(Shown.Which.TASKS, "empty.see-all"));
            case ASSIGNED -> say("person", "empty.assigned", to(Shown.Which.TASKS, "empty.see-all"));
            case SHARED -> say("people", "empty.shared", to(Shown.Which.TASKS, "empty.see-all"));
            case TASKS -> explainNoTasks(shown);
        }
    }

    private void explainNoTasks(Shown shown) {
        if (shown.list() != null) {
            say("list", "empty.list", addOne());
        } else if (desk.questions().count(TaskFilter.everything()) > 0) {
            say("check", "empty.all-done", addOne());
        } else {
            say(
                    "inbox",
                    "empty.nothing-yet",
                    addOne(),
                    Push.labelled(
                            desk.say("empty.import"),
                            "empty-import",
                            _ -> UI.getCurrent().navigate("import")));
        }
    }

    private void say(String icon, String key, Push... steps) {
        var actions = new Div(steps);
        actions.addClassName("empty-actions");
        add(new Icon(icon), new H2(desk.say(key)), new Paragraph(desk.say(key + ".next")), actions);
    }

    private Push addOne() {
        return Push.labelled(desk.say("empty.add"), "empty-add", _ -> add.run()).styled("button-primary");
    }

    private Push to(Shown.Which which, String key) {
        return Push.labelled(desk.say(key), "empty-" + which.key(), _ -> TaskNavigation.openList(Shown.all(which)));
    }
}
