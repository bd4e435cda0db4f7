package io.taskledger.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.ui.account.SecretForm;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;

/** Where mail goes, whether it is proved that it arrives, and another address. */
class EmailSheet extends Sheet {

    private final PasswordChanges passwords;
    private final EmailVerification verification;
    private final Div standing = new Div();

    EmailSheet(SettingsDesk desk, PasswordChanges passwords, EmailVerification verification) {
        super(desk, SettingsPart.EMAIL);
        this.passwords = passwords;
        this.verification = verification;
        standing.addClassName("address");
        standing.getElement().setAttribute("role", "status").setAttribute("data-testid", "address");
        card("email.now", standing);
        card("email.change", desk.common() ? reason() : form());
        look();
    }

    private void look() {
        var own = desk.own();
        standing.removeAll();
        var address = new Paragraph(own.email());
        address.addClassName("address-text");
        standing.add(address);
        if (own.emailVerified()) {
            standing.add(mark("check", "email.verified", "good"));
        } else {
            standing.add(
                    mark("alert", "email.unverified", "soon"),
                    quiet("email.unverified.next"),
                    Push.labelled(desk.say("email.send"), "email-send", _ -> request()));
        }
    }

    private Span mark(String icon, String key, String style) {
        var mark = new Span(new Icon(icon), new Span(desk.say(key)));
        mark.addClassNames("mark", style);
        return mark;
    }

    private void request() {
        verification.request(desk.me().actor());
        Notice.told(desk.say("email.sent", desk.own().email()));
    }

    private SecretForm form() {
        var email = new EmailField(desk.say("email.new"));
        email.setAutocomplete(Autocomplete.EMAIL);
        email.getElement().setAttribute("data-testid", "email-new");
        var form = new SecretForm(desk.reader(), desk.me().username(), "email");
        form.refusals().beside("email", email);
        form.ask(desk.say("email.submit"), email, form.current());
        form.onSubmit(() -> {
            if (form.refusals()
                    .done(() -> change(email.getValue().strip(), form.current().getValue()))) {
                email.clear();
                form.current().clear();
                look();
                Notice.told(desk.say("email.sent", desk.own().email()));
            }
        });
        return form;
    }

    /** The password again, since who has the address can have a new one. */
    private void change(String email, String current) {
        var command = new ChangeEmail(desk.id(), email);
        passwords.confirm(desk.me(), current);
        desk.send(command);
        verification.request(desk.me().actor());
    }
}
