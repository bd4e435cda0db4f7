package io.taskledger.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.taskledger.ui.parts.Refusals;
import io.taskledger.ui.words.Reader;

/**
 * A form that the current password is proved in. It has the account's name in it, unseen, so that password managers know
 * whose password it is.
 */
public final class SecretForm extends PostForm {

    private final Reader reader;
    private final String name;
    private final PasswordField current;
    private final Refusals refusals;

    /** @param name what the test ids begin with */
    public SecretForm(Reader reader, String username, String name) {
        super("settings");
        this.reader = reader;
        this.name = name;
        refusals = new Refusals(reader, name + "-error");
        current = Doorway.secret(
                reader, "password.current", "current-password", name + "-current", Autocomplete.CURRENT_PASSWORD);
        refusals.beside("current_password", current);
        addClassName("form");
        add(account(username));
    }

    public PasswordField current() {
        return current;
    }

    /** For one that takes its place. */
    public PasswordField next() {
        var next = Doorway.secret(reader, "reset.password", "new-password", name + "-new", Autocomplete.NEW_PASSWORD);
        refusals.beside("new_password", next);
        return next;
    }

    public Refusals refusals() {
        return refusals;
    }

    /** @param submit what the button says */
    public void ask(String submit, Component... content) {
        add(refusals);
        add(content);
        var button = Doorway.submit(submit, name + "-submit");
        button.removeClassName("button-wide");
        add(button);
    }

    public void onSubmit(Runnable work) {
        getElement().addEventListener("submit", _ -> work.run()).preventDefault();
    }

    private static Input account(String username) {
        var field = new Input();
        field.setValue(username);
        field.getElement()
                .setAttribute("autocomplete", "username")
                .setAttribute("name", "username")
                .setAttribute("hidden", true);
        return field;
    }
}
