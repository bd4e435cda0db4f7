package io.taskledger.ui.trash;

import java.util.Set;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.ActionId;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Desk;

/** What one action deleted: to be had back together, or unfolded. One alone is just itself. */
class TrashSet extends ListItem {

    private final Desk desk;
    private final ActionId action;
    private final Set<ActionId> unfolded;
    private final NativeButton fold = new NativeButton();
    private final Div head;
    private final UnorderedList inner = new UnorderedList();

    /** @param unfolded those that stay so when the trash is read again */
    TrashSet(Desk desk, ActionId action, Set<ActionId> unfolded) {
        this.desk = desk;
        this.action = action;
        this.unfolded = unfolded;
        addClassName("trash-set");
        fold.addClassNames("fold", "set-fold");
        fold.getElement().setAttribute("type", "button").setAttribute("aria-expanded", "false");
        fold.addClickListener(_ -> {
            if (!unfolded.remove(action)) {
                unfolded.add(action);
            }
            unfold(unfolded.contains(action));
        });
        var restore = Push.labelled(
                "restore",
                desk.say("trash.restore-all"),
                "trash-restore-all",
                _ -> desk.takeBack().revert(action));
        head = new Div(fold, restore);
        head.addClassName("trash-set-head");
        head.setVisible(false);
        inner.addClassName("people-list");
        add(head, inner);
    }

    ActionId action() {
        return action;
    }

    void add(ListItem item) {
        inner.add(item);
        var many = inner.getComponentCount();
        if (many == 2) {
            head.setVisible(true);
            getElement().setAttribute("data-testid", "trash-set");
            unfold(unfolded.contains(action));
        }
        fold.setText(desk.say("trash.set", many));
        fold.addComponentAsFirst(new Icon("chevron"));
    }

    private void unfold(boolean shown) {
        inner.setVisible(shown);
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(shown));
    }
}
