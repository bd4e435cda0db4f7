package io.taskledger.ui.trash;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;

/** What was deleted on one day. */
class TrashDay extends Section {

    private final String heading;
    private final UnorderedList list = new UnorderedList();

    TrashDay(String heading) {
        this.heading = heading;
        addClassName("day-section");
        list.addClassName("people-list");
        super.add(new H2(heading), list);
    }

    String heading() {
        return heading;
    }

    void add(ListItem item) {
        list.add(item);
    }
}
