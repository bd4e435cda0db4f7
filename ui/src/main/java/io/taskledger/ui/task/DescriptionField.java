package io.taskledger.ui.task;

import java.util.function.Consumer;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.TextArea;
import io.taskledger.ui.parts.Push;

/** Markdown, read as a text and edited as its source. */
class DescriptionField extends Div implements HasValidation {

    private static final String LEAVE_BY_KEY = """
            this.addEventListener('keydown', event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.target.blur();
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              this.dispatchEvent(new CustomEvent('give-up'));
            })""";

    private final Consumer<String> save;
    private final Markdown text = new Markdown();
    private final TextArea source = new TextArea();
    private final Push edit;
    private final Push write;
    private String saved = "";
    private boolean fixed;

    /** @param save asked to keep a new text; it says through {@link #setInvalid} what is wrong with it */
    DescriptionField(Desk desk, Push clock, Consumer<String> save) {
        this.save = save;
        addClassName("description");
        edit = Push.labelled(desk.say("field.description.edit"), "description-edit", _ -> open())
                .styled("link");
        write = Push.labelled(desk.say("field.description.add"), "description-add", _ -> open())
                .styled("placeholder");
        var heading = new Div(new H3(desk.say("field.description")), clock, edit);
        heading.addClassName("field-heading");
        text.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "description-text");
        source.setAriaLabel(desk.say("field.description"));
        source.setHelperText(desk.say("field.description.hint"));
        source.setMinRows(5);
        source.setManualValidation(true);
        source.getElement().setAttribute("data-testid", "field-description");
        source.getElement().executeJs(LEAVE_BY_KEY);
        source.getElement().addEventListener("give-up", _ -> giveUp());
        source.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(change.getValue());
            }
        });
        source.addBlurListener(_ -> close());
        add(heading, text, write, source);
        source.setVisible(false);
        close();
    }

    void show(String now) {
        saved = now;
        text.setContent(now);
        if (!source.isVisible()) {
            close();
        }
    }

    /** Whether its source is before the person. */
    boolean isOpen() {
        return source.isVisible();
    }

    /** For who may look only. */
    void setReadOnly(boolean now) {
        fixed = now;
    }

    @Override
    public void setErrorMessage(String sentence) {
        source.setErrorMessage(sentence);
    }

    @Override
    public String getErrorMessage() {
        return source.getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        source.setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return source.isInvalid();
    }

    private void save(String value) {
        save.accept(value);
        close();
    }

    private void open() {
        source.setValue(saved);
        source.setVisible(true);
        text.setVisible(false);
        edit.setVisible(false);
        write.setVisible(false);
        source.focus();
    }

    private void giveUp() {
        source.setInvalid(false);
        source.setValue(saved);
        close();
    }

    /** A text that was refused stays open, with what is wrong with it. */
    private void close() {
        if (source.isInvalid()) {
            return;
        }
        source.setVisible(false);
        text.setVisible(!saved.isEmpty());
        edit.setVisible(!saved.isEmpty() && !fixed);
        write.setVisible(saved.isEmpty() && !fixed);
    }
}
