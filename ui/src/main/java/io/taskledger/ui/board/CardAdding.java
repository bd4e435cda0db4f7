package io.taskledger.ui.board;

import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.Rejection;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.task.Desk;

/** The field at the end of a column: a title and Enter. */
class CardAdding extends Div {

    /** The browser empties the field itself: whoever types on while the server works loses nothing. */
    private static final String SEND_ON_ENTER = """
            this.addEventListener('keydown', event => {
              const title = this.value;
              if (event.key !== 'Enter' || event.isComposing || !title.trim()) return;
              this.value = '';
              this.dispatchEvent(new CustomEvent('add-card', {detail: title}));
            })""";

    private final Desk desk;
    private final TextField field = new TextField();

    /** @param add answers why a title was refused */
    CardAdding(Desk desk, String list, Function<String, Optional<Rejection>> add) {
        this.desk = desk;
        addClassName("card-adding");
        field.setPlaceholder(desk.say("board.add-card"));
        field.setAriaLabel(desk.say("board.add-card.to", list));
        field.setPrefixComponent(new Icon("plus"));
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("data-testid", "add-card").setAttribute("data-shortcut", "n");
        field.getElement().executeJs(SEND_ON_ENTER);
        field.getElement()
                .addEventListener("add-card", event -> {
                    var title = event.getEventData().get("event.detail").asString();
                    var refused = add.apply(title);
                    field.setInvalid(refused.isPresent());
                    refused.ifPresent(rejection -> giveBack(title, rejection));
                })
                .addEventData("event.detail");
        add(field);
    }

    private void giveBack(String title, Rejection rejection) {
        field.setErrorMessage(desk.sentence(rejection));
        field.getElement().executeJs("if (!this.value) this.value = $0", title);
    }
}
