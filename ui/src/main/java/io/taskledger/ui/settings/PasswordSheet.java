package io.taskledger.ui.settings;

import java.util.List;

import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.Passwords;
import io.taskledger.ui.account.SecretForm;
import io.taskledger.ui.account.StrengthMeter;
import io.taskledger.ui.parts.Notice;

/** Another password, by the one before it. */
class PasswordSheet extends Sheet {

    private final PasswordChanges changes;
    private final Passwords passwords;

    PasswordSheet(SettingsDesk desk, PasswordChanges changes, Passwords passwords) {
        super(desk, SettingsPart.PASSWORD);
        this.changes = changes;
        this.passwords = passwords;
        if (desk.common()) {
            card(reason());
        } else {
            card(quiet("password.how"), form());
        }
    }

    private SecretForm form() {
        var own = desk.own();
        var form = new SecretForm(desk.reader(), own.username(), "password");
        var next = form.next();
        next.setHelperText(desk.say("register.password-hint", passwords.least()));
        next.setValueChangeMode(ValueChangeMode.LAZY);
        var strength = new StrengthMeter(desk.reader());
        next.addValueChangeListener(change -> strength.show(
                change.getValue(), passwords.judge(change.getValue(), List.of(own.username(), own.email()))));
        form.ask(desk.say("password.submit"), form.current(), next, strength);
        form.onSubmit(() -> {
            var current = form.current();
            if (form.refusals().done(() -> changes.change(desk.me(), current.getValue(), next.getValue()))) {
                current.clear();
                next.clear();
                Notice.told(desk.say("password.changed"));
            }
        });
        return form;
    }
}
