package io.taskledger.ui.account;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.taskledger.messages.Via;
import io.taskledger.security.Accounts;
import io.taskledger.security.password.Passwords;
import io.taskledger.ui.parts.Refusals;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** A new account. Once made, its form goes on to sign-in, so that there is one way in and password managers see it. */
@Route(value = "register", autoLayout = false)
@AnonymousAllowed
public class RegistrationView extends Main implements HasDynamicTitle {

    private final Accounts accounts;
    private final Reader reader;
    private final TextField username;
    private final EmailField email;
    private final PasswordField password;
    private final Refusals refusals;
    private final PostForm form;

    RegistrationView(Accounts accounts, Passwords passwords, Readers readers) {
        this.accounts = accounts;
        this.reader = readers.current();
        username = Doorway.field(
                new TextField(reader.say("register.username")), "username", "register-name", Autocomplete.USERNAME);
        // Sign-in knows no email field: what it does not know stays out of what is sent there.
        email = Doorway.field(new EmailField(reader.say("register.email")), "", "register-email", Autocomplete.EMAIL);
        password =
                Doorway.secret(reader, "register.password", "password", "register-password", Autocomplete.NEW_PASSWORD);
        username.setAutofocus(true);
        password.setHelperText(reader.say("register.password-hint", passwords.least()));
        password.setValueChangeMode(ValueChangeMode.LAZY);
        var strength = new StrengthMeter(reader);
        password.addValueChangeListener(change -> strength.show(
                change.getValue(), passwords.judge(change.getValue(), List.of(username.getValue(), email.getValue()))));
        refusals = new Refusals(reader, "register-error", "register.limited")
                .beside("username", username)
                .beside("email", email)
                .beside("password", password);
        form = new PostForm(
                "login",
                refusals,
                username,
                email,
                password,
                strength,
                Doorway.submit(reader.say("register.submit"), "register-submit"));
        form.getElement().addEventListener("submit", _ -> register()).preventDefault();
        Doorway.furnish(this, reader.say("register.title"), form, toSignIn());
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", reader.say("register.title"));
    }

    void register() {
        if (refusals.done(
                () -> accounts.register(username.getValue(), email.getValue(), password.getValue(), Via.BROWSER))) {
            form.submit();
        }
    }

    private Component toSignIn() {
        var link = new RouterLink(reader.say("register.sign-in"), SignInView.class);
        link.getElement().setAttribute("data-testid", "to-sign-in");
        var line = new Paragraph(new Span(reader.say("register.known-here")), link);
        line.addClassName("doorway-aside");
        return line;
    }
}
