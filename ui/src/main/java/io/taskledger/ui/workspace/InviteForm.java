package io.taskledger.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.ui.parts.Push;

/** Asks somebody into a workspace, by username or by mail. */
class InviteForm extends Div {

    private final PersonField whom;
    private final Select<WorkspaceRole> role = new Select<>();

    /** @param onInvited called once somebody is invited */
    InviteForm(WorkspaceDesk desk, WorkspaceId workspace, Runnable onInvited) {
        addClassName("invite-form");
        whom = new PersonField(desk.questions(), desk.say("invite.whom"), "invite-whom");
        role.setLabel(desk.say("invite.role"));
        role.setItems(WorkspaceRole.values());
        role.setItemLabelGenerator(desk::role);
        role.setValue(WorkspaceRole.EDITOR);
        role.getElement().setAttribute("data-testid", "invite-role");
        var send = Push.labelled("mail", desk.say("invite.send"), "invite-send", _ -> {
                    var refused = desk.actions().invite(workspace, whom.named(), role.getValue());
                    whom.setInvalid(refused.isPresent());
                    refused.ifPresentOrElse(rejection -> whom.setErrorMessage(desk.sentence(rejection)), () -> {
                        whom.clear();
                        onInvited.run();
                    });
                })
                .styled("button-primary");
        add(whom, role, send);
    }
}
