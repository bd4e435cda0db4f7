package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;

/** A task's tags as chips, each with a way to take it off, and a field for one more. */
class TagsField extends Div implements HasValidation {

    private static final String SEND_ON_ENTER = """
            this.addEventListener('keydown', event => {
              const tag = this.value.trim();
              if (event.key !== 'Enter' || event.isComposing || !tag) return;
              this.value = '';
              this.dispatchEvent(new CustomEvent('add-tag', {detail: tag}));
            })""";

    private final Desk desk;
    private final Consumer<List<String>> save;
    private final Span chips = new Span();
    private final TextField field = new TextField();
    private List<String> tags = List.of();

    /** @param save asked to make these the task's tags */
    TagsField(Desk desk, Consumer<List<String>> save) {
        this.desk = desk;
        this.save = save;
        addClassName("tags-field");
        var label = new Span(desk.say("field.tags"));
        label.addClassName("field-label");
        label.getElement().setAttribute("aria-hidden", "true");
        chips.addClassName("chips");
        chips.getElement().setAttribute("role", "list").setAttribute("aria-label", desk.say("field.tags"));
        field.setPlaceholder(desk.say("field.add-tag"));
        field.setAriaLabel(desk.say("field.add-tag"));
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("data-testid", "add-tag");
        field.getElement().executeJs(SEND_ON_ENTER);
        field.getElement()
                .addEventListener(
                        "add-tag",
                        event -> more(event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
        add(label, chips, field);
    }

    void show(List<String> now) {
        if (now.equals(tags)) {
            return;
        }
        tags = now;
        chips.removeAll();
        now.forEach(name -> chips.add(chip(name)));
    }

    void more(String tag) {
        if (!tags.contains(tag)) {
            var all = new ArrayList<>(tags);
            all.add(tag);
            save.accept(all);
        }
    }

    /** For who may look only. */
    void setReadOnly(boolean fixed) {
        field.setVisible(!fixed);
        chips.setClassName("fixed", fixed);
        setVisible(!fixed || !tags.isEmpty());
    }

    @Override
    public void setErrorMessage(String sentence) {
        field.setErrorMessage(sentence);
    }

    @Override
    public String getErrorMessage() {
        return field.getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        field.setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return field.isInvalid();
    }

    private Span chip(String name) {
        var text = new Span(name);
        text.getElement().setAttribute("dir", "auto");
        var off = Push.icon(
                "close",
                desk.say("field.remove-tag", name),
                "remove-tag",
                _ -> save.accept(tags.stream().filter(one -> !one.equals(name)).toList()));
        var chip = TagChip.of(new Span(new Icon("tag"), text, off), name);
        chip.addClassName("tag-removable");
        chip.getElement().setAttribute("role", "listitem");
        return chip;
    }
}
