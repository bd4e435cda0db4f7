package io.taskledger.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.security.Acting;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.link.LinkRefused;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/**
 * Where the mail leads that proves an address. The link is used by the page, not by the request for it: programs that look
 * at links before their person does use none up.
 */
@Route(value = "verify", autoLayout = false)
@AnonymousAllowed
public class VerifyView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final EmailVerification verification;
    private final AccountQuestions questions;
    private final Reader reader;
    private String title = "verify.title";

    VerifyView(EmailVerification verification, AccountQuestions questions, Readers readers) {
        this.verification = verification;
        this.questions = questions;
        this.reader = readers.current();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        try {
            verification.verify(token, Via.BROWSER);
            tell("verify.done", onward());
        } catch (LinkRefused refused) {
            explain(refused);
        }
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", reader.say(title));
    }

    private void explain(LinkRefused refused) {
        var own = Acting.signedIn().flatMap(_ -> questions.own());
        if (own.filter(AccountDetails::emailVerified).isPresent()) {
            // Whoever follows the link again, as a mail program that opens it twice does, is told what holds.
            tell("verify.already", onward());
        } else {
            tell(
                    refused.expired() ? "verify.expired" : "verify.refused",
                    own.isPresent() ? another() : Doorway.way("login", reader.say("verify.sign-in"), "to-sign-in"));
        }
    }

    private void tell(String key, Component next) {
        title = key;
        removeAll();
        var sentence = new Paragraph(reader.say(key + ".next"));
        sentence.addClassName("doorway-text");
        Doorway.furnish(this, reader.say(key), sentence, next);
        getElement().setAttribute("data-testid", key.replace('.', '-'));
    }

    private Component onward() {
        return Acting.signedIn().isPresent()
                ? Doorway.way("tasks", reader.say("verify.to-tasks"), "to-tasks")
                : Doorway.way("login", reader.say("sign-in.submit"), "to-sign-in");
    }

    private Component another() {
        return Push.labelled(reader.say("verify.again"), "verify-again", _ -> {
                    Acting.signedIn().ifPresent(me -> verification.request(me.actor()));
                    tell("verify.sent", onward());
                })
                .styled("button-primary", "button-wide");
    }
}
