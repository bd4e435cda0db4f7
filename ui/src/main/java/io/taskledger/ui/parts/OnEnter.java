package io.taskledger.ui.parts;

import com.vaadin.flow.component.textfield.TextField;

/** Enter sends a field with what the browser has in it: keystrokes that are still under way are not lost. */
public final class OnEnter {

    private static final String SEND = """
            this.addEventListener('keydown', event => {
              if (event.key !== 'Enter' || event.isComposing) return;
              this.dispatchEvent(new CustomEvent('entered', {detail: this.inputElement.value}));
            })""";

    private OnEnter() {}

    /** @param entered told once the field has the value */
    public static void of(TextField field, Runnable entered) {
        field.getElement().executeJs(SEND);
        field.getElement()
                .addEventListener("entered", event -> {
                    field.setValue(event.getEventData().get("event.detail").asString());
                    entered.run();
                })
                .addEventData("event.detail");
    }
}
