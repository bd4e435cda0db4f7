package io.taskledger.ui.task;

import java.util.List;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.ui.past.InOrder;

/** The tasks under one heading, as they were. */
class PastGroup extends Section {

    private final UnorderedList list = new UnorderedList();
    private final Span count = new Span();

    PastGroup(Groups.Group group) {
        addClassNames("group", "group-" + group.id());
        list.addClassName("rows");
        count.addClassName("count");
        if (!group.heading().isEmpty()) {
            var heading = new H2(new Span(group.heading()), count);
            heading.addClassName("past-heading");
            add(heading);
            getElement().setAttribute("aria-label", group.heading());
        }
        add(list);
    }

    void show(List<PastRow> rows) {
        InOrder.arrange(list, rows);
        count.setText(Integer.toString(rows.size()));
    }
}
