package io.taskledger.ui.account;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
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
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountRejection;
import io.taskledger.security.Accounts;
import io.taskledger.security.Passwords;
import io.taskledger.security.TooBusy;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;
import io.taskledger.ui.words.RejectionWords;

/** A new account. Once made, its form goes on to sign-in, so that there is one way in and password managers see it. */
@Route(value = "register", autoLayout = false)
@AnonymousAllowed
public class RegistrationView extends Main implements HasDynamicTitle {

    private final Accounts accounts;
    private final Reader reader;
    private final TextField username;
    private final EmailField email;
    private final PasswordField password;
    private final Paragraph refusal = new Paragraph();
    private final PostForm form;

    RegistrationView(Accounts accounts, Passwords passwords, Readers readers) {
        this.accounts = accounts;
        this.reader = readers.current();
        username = Doorway.field(
                new TextField(reader.say("register.username")), "username", "register-name", Autocomplete.USERNAME);
        // Sign-in knows no email field: what it does not know stays out of what is sent there.
        email = Doorway.field(new EmailField(reader.say("register.email")), "", "register-email", Autocomplete.EMAIL);
        password = Doorway.field(
                new PasswordField(reader.say("register.password")),
                "password",
                "register-password",
                Autocomplete.NEW_PASSWORD);
        username.setAutofocus(true);
        username.setManualValidation(true);
        email.setManualValidation(true);
        password.setManualValidation(true);
        password.setHelperText(reader.say("register.password-hint"));
        password.setValueChangeMode(ValueChangeMode.LAZY);
        var strength = new StrengthMeter(reader);
        password.addValueChangeListener(change -> strength.show(
                change.getValue(), passwords.judge(change.getValue(), List.of(username.getValue(), email.getValue()))));
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert").setAttribute("data-testid", "register-error");
        refusal.setVisible(false);
        form = new PostForm(
                "login",
                refusal,
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
        fields().values().forEach(field -> field.setInvalid(false));
        refusal.setVisible(false);
        try {
            accounts.register(username.getValue(), email.getValue(), password.getValue(), Via.BROWSER);
            form.submit();
        } catch (CommandRejected rejected) {
            show(rejected.rejection());
        } catch (TooBusy busy) {
            refuse("", reader.say("sign-in.busy"));
        } catch (RateLimited limited) {
            refuse("", reader.say("register.limited"));
        }
    }

    private void show(Rejection rejection) {
        var words = new RejectionWords(reader.words());
        switch (rejection) {
            case Rejection.Invalid invalid ->
                invalid.problems().forEach(problem -> refuse(problem.field(), words.sentence(problem)));
            case AccountRejection.UsernameTaken _ -> refuse("username", words.sentence(rejection));
            case AccountRejection.EmailTaken _ -> refuse("email", words.sentence(rejection));
            default -> refuse("", words.sentence(rejection));
        }
    }

    private void refuse(String field, String sentence) {
        var where = fields().get(field);
        if (where == null) {
            refusal.setText(sentence);
            refusal.setVisible(true);
        } else if (!where.isInvalid()) {
            // The first problem of a field is the one to mend first.
            where.setErrorMessage(sentence);
            where.setInvalid(true);
        }
    }

    private Map<String, HasValidation> fields() {
        return Map.of("username", username, "email", email, "password", password);
    }

    private Component toSignIn() {
        var link = new RouterLink(reader.say("register.sign-in"), SignInView.class);
        link.getElement().setAttribute("data-testid", "to-sign-in");
        var line = new Paragraph(new Span(reader.say("register.known-here")), link);
        line.addClassName("doorway-aside");
        return line;
    }
}
