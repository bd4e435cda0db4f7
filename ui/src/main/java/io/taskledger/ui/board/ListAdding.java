package io.taskledger.ui.board;

import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.Rejection;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.SaveOnEnter;
import io.taskledger.ui.task.Desk;

/** Behind the last column: a button, and the name of one more list. */
class ListAdding extends Div {

    private final Push button;
    private final TextField field = new TextField();

    /** @param add answers why a name was refused */
    ListAdding(Desk desk, Function<String, Optional<Rejection>> add) {
        addClassName("list-adding");
        button = Push.labelled("plus", desk.say("board.add-list"), "add-list", _ -> open())
                .styled("placeholder");
        field.setAriaLabel(desk.say("board.list-name"));
        field.setPlaceholder(desk.say("board.list-name"));
        field.setManualValidation(true);
        field.setVisible(false);
        field.getElement().setAttribute("data-testid", "new-list");
        field.getElement().executeJs(SaveOnEnter.SCRIPT);
        field.getElement().addEventListener("give-up", _ -> {
            field.setValue("");
            close();
        });
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && !change.getValue().isBlank()) {
                var refused = add.apply(change.getValue());
                field.setInvalid(refused.isPresent());
                refused.ifPresent(rejection -> field.setErrorMessage(desk.sentence(rejection)));
            }
        });
        field.addBlurListener(_ -> {
            if (!field.isInvalid()) {
                close();
            }
        });
        add(button, field);
    }

    private void open() {
        button.setVisible(false);
        field.setVisible(true);
        field.focus();
    }

    private void close() {
        field.setVisible(false);
        button.setVisible(true);
    }
}
