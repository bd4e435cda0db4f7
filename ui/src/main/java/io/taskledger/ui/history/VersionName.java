package io.taskledger.ui.history;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.task.TaskRules;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.SaveOnEnter;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** What the version is called that is looked at; whoever may edit the task changes it on the spot. */
class VersionName extends Div {

    private final Reader reader;
    private final Push button;
    private final Push remove;
    private final Span fixed = new Span();
    private final TextField field = new TextField();
    private final boolean mayEdit;
    private String name = "";

    /** @param save answers in a sentence why a name was refused; null takes the name away */
    VersionName(Reader reader, boolean mayEdit, Function<@Nullable String, Optional<String>> save) {
        this.reader = reader;
        this.mayEdit = mayEdit;
        addClassName("version-name");
        button = Push.labelled("", "version-name", _ -> open()).styled("version-button");
        remove = Push.icon("close", reader.say("earlier.name.remove"), "version-unname", _ -> {
            if (save.apply(null).isEmpty()) {
                button.focus();
            }
        });
        fixed.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "version-called");
        field.setAriaLabel(reader.say("earlier.name"));
        field.setPlaceholder(reader.say("earlier.name.example"));
        field.setMaxLength(TaskRules.VERSION_NAME_LIMIT);
        field.setManualValidation(true);
        field.getElement().setAttribute("data-testid", "version-new-name").executeJs(SaveOnEnter.SCRIPT);
        field.getElement().addEventListener("give-up", _ -> close());
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                var wanted = change.getValue().strip();
                var refused = save.apply(wanted.isEmpty() ? null : wanted);
                field.setInvalid(refused.isPresent());
                refused.ifPresent(field::setErrorMessage);
            }
        });
        field.addBlurListener(_ -> {
            if (!field.isInvalid()) {
                close();
            }
        });
        add(button, remove, fixed, field);
        field.setVisible(false);
        show(null);
    }

    final void show(@Nullable String now) {
        name = Objects.requireNonNullElse(now, "");
        var named = !name.isEmpty();
        var text = new Span(named ? name : reader.say("earlier.name.give"));
        text.getElement().setAttribute("dir", "auto");
        button.removeAll();
        button.add(new Icon(named ? "star" : "star-open"), text);
        button.setClassName("named", named);
        if (named) {
            button.described(reader.say("earlier.name.change", name));
        } else {
            button.getElement().removeAttribute("aria-label");
        }
        fixed.removeAll();
        fixed.add(new Icon("star"), new Span(name));
        fixed.setVisible(!mayEdit && named);
        offer();
    }

    private void offer() {
        button.setVisible(mayEdit && !field.isVisible());
        remove.setVisible(button.isVisible() && !name.isEmpty());
    }

    private void open() {
        field.setValue(name);
        field.setInvalid(false);
        field.setVisible(true);
        offer();
        field.focus();
        field.getElement().executeJs("this.inputElement.select()");
    }

    private void close() {
        field.setInvalid(false);
        field.setVisible(false);
        offer();
        // Whoever went on elsewhere stays there.
        button.getElement().executeJs("""
                const now = document.activeElement;
                if (now === document.body || this.parentElement.contains(now)) this.focus();""");
    }
}
