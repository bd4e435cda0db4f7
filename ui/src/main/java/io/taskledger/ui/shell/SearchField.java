package io.taskledger.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import io.taskledger.ui.words.Reader;

/** Narrows the list that one is in as one types; from a screen without a list it searches all tasks. */
class SearchField extends Div {

    private static final int MILLIS_AFTER_A_KEY = 250;

    private final TextField field = new TextField();
    private Shown shown = Shown.all(Shown.Which.TASKS);

    /** @param then the moment that is on the screen, in which is searched; empty for now */
    SearchField(Reader reader, Supplier<Optional<Then>> then) {
        addClassName("search");
        getElement().setAttribute("role", "search");
        field.setPlaceholder(reader.say("search.placeholder"));
        field.setAriaLabel(reader.say("search.label"));
        field.setPrefixComponent(new Icon("search"));
        field.setClearButtonVisible(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(MILLIS_AFTER_A_KEY);
        field.getElement().setAttribute("data-testid", "search").setAttribute("data-shortcut", "/");
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                TaskNavigation.openList(
                        shown.search(change.getValue()).then(then.get().orElse(null)));
            }
        });
        add(field);
    }

    void show(Optional<Place> place, Shown now) {
        shown = place.filter(Place.IMPORT::equals).isPresent() ? Shown.all(Shown.Which.TASKS) : now;
        // A trailing space belongs to what is being typed, though no search needs it.
        if (!field.getValue().strip().equals(shown.search().strip())) {
            field.setValue(shown.search());
        }
    }
}
