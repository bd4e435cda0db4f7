package io.taskledger.ui.task;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.Permission;
import io.taskledger.ui.parts.OnEnter;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.workspace.PersonField;

/** What has to be asked before something is done to many tasks. */
final class BulkDialogs {

    private BulkDialogs() {}

    /** @param tag answers why a tag cannot be */
    static void tag(Desk desk, int tasks, Function<String, Optional<Rejection>> tag) {
        var field = new TextField(desk.say("field.add-tag"));
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.getElement().setAttribute("data-testid", "bulk-tag-name");
        var dialog = dialog(desk.say("bulk.tag.header", tasks), field);
        Runnable confirm = () -> {
            var refused = tag.apply(field.getValue().strip());
            field.setInvalid(refused.isPresent());
            refused.ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), dialog::close);
        };
        OnEnter.of(field, confirm);
        open(desk, dialog, desk.say("bulk.tag"), confirm);
        field.focus();
    }

    /** @param share told whom, and what they may do */
    static void share(Desk desk, int tasks, BiConsumer<String, Permission> share) {
        var whom = new PersonField(desk.workspaces(), desk.say("share.whom"), "bulk-share-whom");
        var permission = new Select<Permission>();
        permission.setLabel(desk.say("share.may"));
        permission.setItems(Permission.values());
        permission.setItemLabelGenerator(one -> desk.say("permission." + one.text()));
        permission.setValue(Permission.VIEW);
        var dialog = dialog(desk.say("bulk.share.header", tasks), whom, permission);
        open(desk, dialog, desk.say("bulk.share"), () -> {
            whom.setInvalid(whom.named().isEmpty());
            whom.setErrorMessage(desk.say("problem.missing"));
            if (!whom.isInvalid()) {
                dialog.close();
                share.accept(whom.named(), permission.getValue());
            }
        });
        whom.focus();
    }

    private static Dialog dialog(String header, Component... fields) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(header);
        dialog.setWidth("24rem");
        dialog.getElement().setAttribute("data-testid", "bulk-dialog");
        var box = new Div(fields);
        box.addClassName("dialog-fields");
        dialog.add(box);
        return dialog;
    }

    private static void open(Desk desk, Dialog dialog, String confirm, Runnable action) {
        dialog.getFooter()
                .add(
                        Push.labelled(desk.say("asking.cancel"), "bulk-cancel", _ -> dialog.close()),
                        Push.labelled(confirm, "bulk-confirm", _ -> action.run())
                                .styled("button-primary"));
        dialog.open();
    }
}
