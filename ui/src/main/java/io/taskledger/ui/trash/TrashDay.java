package io.taskledger.ui.trash;

import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.ActionId;
import org.jspecify.annotations.Nullable;

/** What was deleted on one day; what one action deleted stands together. */
class TrashDay extends Section {

    private final String heading;
    private final UnorderedList list = new UnorderedList();
    private @Nullable TrashSet last;

    TrashDay(String heading) {
        this.heading = heading;
        addClassName("day-section");
        list.addClassName("people-list");
        super.add(new H2(heading), list);
    }

    String heading() {
        return heading;
    }

    void add(ListItem item, Optional<ActionId> action, Function<ActionId, TrashSet> sets) {
        if (action.isEmpty()) {
            last = null;
            list.add(item);
            return;
        }
        if (last == null || !last.action().equals(action.get())) {
            last = sets.apply(action.get());
            list.add(last);
        }
        last.add(item);
    }
}
