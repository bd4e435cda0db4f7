package io.taskledger.ui.account;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.account.AccountRules;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.ui.parts.Refusals;
import io.taskledger.ui.words.Reader;

/** Asks for the address that a link is mailed to, and tells nobody whether there is such an account. */
class ForgottenPassword extends PostForm {

    /** @param asked what comes after it */
    ForgottenPassword(Reader reader, PasswordChanges changes, Runnable asked) {
        super("password-reset");
        var email =
                Doorway.field(new EmailField(reader.say("register.email")), "email", "reset-email", Autocomplete.EMAIL);
        email.setAutofocus(true);
        var refusals = new Refusals(reader, "reset-error").beside("email", email);
        var how = new Paragraph(reader.say("reset.how"));
        how.addClassName("doorway-text");
        add(how, refusals, email, Doorway.submit(reader.say("reset.submit"), "reset-submit"));
        getElement()
                .addEventListener("submit", _ -> {
                    if (refusals.done(() -> ask(changes, email.getValue().strip()))) {
                        asked.run();
                    }
                })
                .preventDefault();
    }

    private static void ask(PasswordChanges changes, String email) {
        var rules = new FieldRules();
        AccountRules.email(rules, email);
        rules.enforce();
        changes.requestReset(email);
    }
}
