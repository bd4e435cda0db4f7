package io.taskledger.ui.board;

import java.util.Optional;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.SaveOnEnter;
import io.taskledger.ui.task.Desk;
import org.jspecify.annotations.Nullable;

/** What a list is called, how much is in it, and what can be done with it. */
class ColumnHeader extends Header {

    /** What can be asked of a list. */
    interface Asked {

        Optional<Rejection> rename(String name);

        void move(Side side);

        void remove();
    }

    private final Desk desk;
    private final H2 name = new H2();
    private final TextField field = new TextField();
    private final Div line;
    private final Optional<Asked> asked;
    private final Optional<Push> menu;
    private @Nullable MenuItem left;
    private @Nullable MenuItem right;

    /** @param asked empty for who may look only */
    ColumnHeader(Desk desk, boolean first, Optional<Asked> asked) {
        this.desk = desk;
        this.asked = asked;
        addClassName("column-header");
        name.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "column-name");
        line = new Div(name);
        line.addClassName("column-line");
        menu = asked.map(one -> menu(one, first));
        menu.ifPresent(line::add);
        field.setManualValidation(true);
        field.setVisible(false);
        field.setAriaLabel(desk.say("board.list-name"));
        field.getElement().setAttribute("data-testid", "rename-list");
        field.getElement().executeJs(SaveOnEnter.SCRIPT);
        field.getElement().addEventListener("give-up", _ -> {
            field.setValue(name.getText());
            close();
        });
        asked.ifPresent(one -> field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rename(one, change.getValue());
            }
        }));
        field.addBlurListener(_ -> {
            if (!field.isInvalid()) {
                close();
            }
        });
        add(line, field);
    }

    Optional<Asked> asked() {
        return asked;
    }

    void count(Span count) {
        line.addComponentAtIndex(1, count);
    }

    String name() {
        return name.getText();
    }

    void name(String now) {
        name.setText(now);
        menu.ifPresent(button -> button.rename(desk.say("board.list-menu", now)));
    }

    /** Where it cannot go any farther. */
    void atEdge(boolean first, boolean last) {
        if (left != null && right != null) {
            left.setEnabled(!first);
            right.setEnabled(!last);
        }
    }

    private Push menu(Asked asked, boolean first) {
        // The menu that is hung on it opens on a click; the button itself has nothing to do.
        var button = Push.icon("more", desk.say("board.list-menu", ""), "list-menu", _ -> {});
        button.getElement().setAttribute("aria-haspopup", "menu");
        var items = new ContextMenu(button);
        items.setOpenOnClick(true);
        items.setPosition(ContextMenuPosition.BOTTOM_END);
        items.addItem(desk.say("board.rename-list"), _ -> open());
        left = items.addItem(desk.say("board.list-left"), _ -> asked.move(Side.BEFORE));
        right = items.addItem(desk.say("board.list-right"), _ -> asked.move(Side.AFTER));
        if (!first) {
            items.addItem(desk.say("board.remove-list"), _ -> asked.remove());
        }
        return button;
    }

    private void open() {
        field.setValue(name.getText());
        field.setInvalid(false);
        field.setVisible(true);
        line.setVisible(false);
        field.focus();
        field.getElement().executeJs("this.inputElement.select()");
    }

    private void close() {
        field.setInvalid(false);
        field.setVisible(false);
        line.setVisible(true);
    }

    private void rename(Asked asked, String wanted) {
        var refused = asked.rename(wanted);
        field.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), this::close);
    }
}
