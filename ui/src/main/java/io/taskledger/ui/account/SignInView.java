package io.taskledger.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.taskledger.security.Acting;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;
import org.springframework.beans.factory.ObjectProvider;

/** Name and password, sent by the browser's own form to where Spring Security waits for them. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final TextField name;
    private final PasswordField password;
    private final Paragraph refusal = new Paragraph();
    private final Paragraph news = new Paragraph();

    SignInView(Readers readers, ObjectProvider<DemoOffer> demo) {
        reader = readers.current();
        name = Doorway.field(
                new TextField(reader.say("sign-in.name")), "username", "sign-in-name", Autocomplete.USERNAME);
        password = Doorway.secret(
                reader, "sign-in.password", "password", "sign-in-password", Autocomplete.CURRENT_PASSWORD);
        name.setAutofocus(true);
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert").setAttribute("data-testid", "sign-in-error");
        refusal.setVisible(false);
        news.addClassName("news");
        news.getElement().setAttribute("role", "status").setAttribute("data-testid", "sign-in-news");
        news.setVisible(false);
        var form = new PostForm(
                "login",
                news,
                refusal,
                name,
                password,
                toReset(),
                Doorway.submit(reader.say("sign-in.submit"), "sign-in-submit"));
        Doorway.furnish(this, reader.say("sign-in.title"), form);
        demo.ifAvailable(offer -> form.getParent()
                .ifPresent(card -> card.getElement().appendChild(tryIt(offer).getElement())));
        form.getParent()
                .ifPresent(
                        card -> card.getElement().appendChild(toRegistration().getElement()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Acting.signedIn().isPresent()) {
            event.forwardTo("");
            return;
        }
        var told = event.getLocation().getQueryParameters().getParameters();
        if (told.containsKey("error")) {
            refuse("sign-in.refused");
        } else if (told.containsKey("stale")) {
            refuse("sign-in.stale");
        } else if (told.containsKey("busy")) {
            refuse("sign-in.busy");
        } else if (told.containsKey("limited")) {
            refuse("sign-in.limited");
        } else if (told.containsKey("emailVerified")) {
            tell("sign-in.verified");
            event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("username")
                    .ifPresent(name::setValue);
        } else if (told.containsKey("deleted")) {
            tell("sign-in.deleted");
        }
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", reader.say("sign-in.title"));
    }

    private void refuse(String key) {
        refusal.setText(reader.say(key));
        refusal.setVisible(true);
    }

    private void tell(String key) {
        news.setText(reader.say(key));
        news.setVisible(true);
    }

    private RouterLink toReset() {
        var link = new RouterLink(reader.say("sign-in.forgotten"), PasswordResetView.class);
        link.addClassName("doorway-link");
        link.getElement().setAttribute("data-testid", "to-reset");
        return link;
    }

    private Paragraph tryIt(DemoOffer offer) {
        var use = new NativeButton(reader.say("sign-in.demo", offer.username(), offer.password()), _ -> {
            name.setValue(offer.username());
            password.setValue(offer.password());
            UI.getCurrent().getPage().executeJs("document.querySelector('[data-testid=sign-in-submit]').focus()");
        });
        use.addClassName("link");
        use.getElement().setAttribute("data-testid", "sign-in-demo");
        var line = new Paragraph(new Span(reader.say("sign-in.try")), use);
        line.addClassName("doorway-aside");
        return line;
    }

    private Paragraph toRegistration() {
        var link = new RouterLink(reader.say("sign-in.register"), RegistrationView.class);
        link.getElement().setAttribute("data-testid", "to-registration");
        var line = new Paragraph(new Span(reader.say("sign-in.new-here")), link);
        line.addClassName("doorway-aside");
        return line;
    }
}
