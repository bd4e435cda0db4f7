package io.taskledger.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.Passwords;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** For who forgot their password: asks for a mail, and is where its link leads. */
@Route(value = "password-reset", autoLayout = false)
@AnonymousAllowed
public class PasswordResetView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final PasswordChanges changes;
    private final Passwords passwords;
    private final Reader reader;
    private String title = "reset.title";

    PasswordResetView(PasswordChanges changes, Passwords passwords, Readers readers) {
        this.changes = changes;
        this.passwords = passwords;
        this.reader = readers.current();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getLocation().getQueryParameters().getSingleParameter("token");
        if (token.isPresent()) {
            show(
                    "reset.choose",
                    new ChosenPassword(reader, changes, passwords, token.get(), this::chosen, this::refused));
        } else {
            show("reset.title", new ForgottenPassword(reader, changes, this::asked), back());
        }
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", reader.say(title));
    }

    private void asked() {
        tell("reset.asked", Doorway.way("login", reader.say("reset.back"), "to-sign-in"));
    }

    private void chosen() {
        tell("reset.done", Doorway.way("login", reader.say("sign-in.submit"), "to-sign-in"));
    }

    private void refused(boolean expired) {
        tell(
                expired ? "reset.expired" : "reset.refused",
                Doorway.way("password-reset", reader.say("reset.again"), "reset-again"));
    }

    private void tell(String key, Component next) {
        var sentence = new Paragraph(reader.say(key + ".next"));
        sentence.addClassName("doorway-text");
        sentence.getElement().setAttribute("role", "status");
        show(key, sentence, next);
        getElement().setAttribute("data-testid", key.replace('.', '-'));
    }

    private void show(String key, Component... content) {
        title = key;
        removeAll();
        Doorway.furnish(this, reader.say(key), content);
    }

    private Component back() {
        var link = new RouterLink(reader.say("reset.back"), SignInView.class);
        link.getElement().setAttribute("data-testid", "to-sign-in");
        var line = new Paragraph(link);
        line.addClassName("doorway-aside");
        return line;
    }
}
