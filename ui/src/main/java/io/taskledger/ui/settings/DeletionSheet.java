package io.taskledger.ui.settings;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.security.erasure.AccountDeletion;
import io.taskledger.ui.account.SecretForm;
import io.taskledger.ui.parts.Asking;
import io.taskledger.ui.parts.Screen;

/** The end of the account: by its password, and after a last question. */
class DeletionSheet extends Sheet {

    private final AccountDeletion deletion;

    DeletionSheet(SettingsDesk desk, AccountDeletion deletion) {
        super(desk, SettingsPart.DELETION);
        this.deletion = deletion;
        if (desk.common()) {
            card(reason());
        } else {
            card(
                    quiet("deletion.what"),
                    new UnorderedList(
                            new ListItem(desk.say("deletion.erased")),
                            new ListItem(desk.say("deletion.kept")),
                            new ListItem(desk.say("deletion.names"))),
                    form());
        }
    }

    private SecretForm form() {
        var form = new SecretForm(desk.reader(), desk.me().username(), "deletion");
        form.ask(desk.say("deletion.submit"), form.current());
        form.addClassName("dangerous");
        form.onSubmit(() -> {
            if (form.current().isEmpty()) {
                form.refusals().clear();
                form.refusals().refuse("current_password", desk.say("problem.missing"));
            } else {
                Asking.before(desk.reader(), "deletion.asking", () -> delete(form));
            }
        });
        return form;
    }

    private void delete(SecretForm form) {
        if (form.refusals().done(() -> deletion.delete(desk.me(), form.current().getValue()))) {
            getUI().ifPresent(ui -> Screen.leave(ui, "login?deleted"));
        }
    }
}
