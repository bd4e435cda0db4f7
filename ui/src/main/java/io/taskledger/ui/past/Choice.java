package io.taskledger.ui.past;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import io.taskledger.ui.parts.Push;

/** One of a few, side by side; the first to begin with. */
class Choice<T> extends Div {

    private final Map<T, Push> buttons = new LinkedHashMap<>();
    private final String testId;
    private final Consumer<T> onChosen;
    private T chosen;

    /** @param label of all of them together */
    Choice(String label, String testId, Consumer<T> onChosen, T first) {
        this.testId = testId;
        this.onChosen = onChosen;
        this.chosen = first;
        addClassName("segments");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    void add(T value, String label) {
        var button = Push.labelled(label, testId + "-" + value.toString().toLowerCase(Locale.ROOT), _ -> {
            choose(value);
            onChosen.accept(value);
        });
        buttons.put(value, button);
        add(button);
        choose(chosen);
    }

    T chosen() {
        return chosen;
    }

    private void choose(T value) {
        chosen = value;
        buttons.forEach(
                (one, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(one.equals(value))));
    }
}
