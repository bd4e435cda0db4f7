package io.taskledger.ui.account;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.messages.Via;
import io.taskledger.security.link.LinkRefused;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.Passwords;
import io.taskledger.ui.parts.Refusals;
import io.taskledger.ui.words.Reader;

/** The new password of whoever has the link. A refused one leaves the link good. */
class ChosenPassword extends PostForm {

    /**
     * @param chosen what comes after it
     * @param refused what comes where the link is no good: true where it was once
     */
    ChosenPassword(
            Reader reader,
            PasswordChanges changes,
            Passwords passwords,
            String token,
            Runnable chosen,
            Consumer<Boolean> refused) {
        super("password-reset");
        var password =
                Doorway.secret(reader, "reset.password", "password", "reset-password", Autocomplete.NEW_PASSWORD);
        password.setHelperText(reader.say("register.password-hint", passwords.least()));
        password.setAutofocus(true);
        password.setValueChangeMode(ValueChangeMode.LAZY);
        var strength = new StrengthMeter(reader);
        password.addValueChangeListener(
                change -> strength.show(change.getValue(), passwords.judge(change.getValue(), List.of())));
        var refusals = new Refusals(reader, "reset-error").beside("new_password", password);
        add(refusals, password, strength, Doorway.submit(reader.say("reset.set"), "reset-submit"));
        getElement()
                .addEventListener("submit", _ -> {
                    try {
                        if (refusals.done(() -> changes.reset(token, password.getValue(), Via.BROWSER))) {
                            chosen.run();
                        }
                    } catch (LinkRefused noGood) {
                        refused.accept(noGood.expired());
                    }
                })
                .preventDefault();
    }
}
