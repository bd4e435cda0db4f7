package io.taskledger.ui.projection;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionCommand.SkipDeadLetter;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.ui.parts.Push;

/** Asks why, before an event is left out for good. */
class SkipDialog extends Dialog {

    private final OperatorDesk desk;
    private final ProjectionId projection;
    private final DeadLetter letter;
    private final TextField reason = new TextField();

    SkipDialog(OperatorDesk desk, ProjectionId projection, DeadLetter letter) {
        this.desk = desk;
        this.projection = projection;
        this.letter = letter;
        setWidth("28rem");
        setHeaderTitle(desk.say("skip.title"));
        getElement().setAttribute("data-testid", "skip-dialog");
        reason.setLabel(desk.say("skip.reason"));
        reason.setMaxLength(ProjectionCommand.REASON_LIMIT);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.getElement().setAttribute("data-testid", "skip-reason");
        add(new Paragraph(desk.say("skip.text", letter.type(), projection.name())), reason);
        getFooter()
                .add(
                        Push.labelled(desk.say("skip.cancel"), "skip-cancel", _ -> close()),
                        Push.labelled(desk.say("skip.confirm"), "skip-confirm", _ -> skip())
                                .styled("button-primary"));
        addOpenedChangeListener(_ -> reason.focus());
    }

    private void skip() {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(desk.say("problem.missing"));
            reason.setInvalid(true);
            return;
        }
        close();
        desk.order(() ->
                new SkipDeadLetter(projection, letter.id(), reason.getValue().strip()));
    }
}
