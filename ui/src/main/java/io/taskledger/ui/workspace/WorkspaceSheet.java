package io.taskledger.ui.workspace;

import java.util.Optional;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.SaveOnEnter;

/** One workspace: its name, its people, and the ways in and out. */
class WorkspaceSheet extends Section {

    private final WorkspaceDesk desk;
    private final WorkspaceId workspace;
    private final Runnable close;
    private final H2 heading = new H2();
    private final Div body = new Div();
    private final InviteForm invite;
    private Optional<WorkspaceDetails> shown = Optional.empty();

    WorkspaceSheet(WorkspaceDesk desk, WorkspaceId workspace, Runnable close) {
        this.desk = desk;
        this.workspace = workspace;
        this.close = close;
        addClassNames("panel", "workspace-sheet");
        getElement().setAttribute("data-testid", "workspace-sheet").setAttribute("tabindex", "-1");
        heading.getElement().setAttribute("dir", "auto");
        var leave = Push.icon("close", desk.say("panel.close"), "workspace-close", _ -> close.run());
        leave.getElement().setAttribute("data-shortcut", "Escape");
        var spacer = new Div();
        spacer.addClassName("spacer");
        var header = new Header(heading, spacer, leave);
        header.addClassName("panel-header");
        body.addClassName("panel-body");
        invite = new InviteForm(desk, workspace, this::changed);
        add(header, body);
        read();
    }

    WorkspaceId workspace() {
        return workspace;
    }

    String title() {
        return heading.getText();
    }

    final void read() {
        var now = desk.questions().find(workspace);
        if (now.isPresent() && now.equals(shown)) {
            return;
        }
        shown = now;
        body.removeAll();
        now.ifPresentOrElse(this::show, this::sayMissing);
        getElement().setAttribute("aria-label", heading.getText());
    }

    private void show(WorkspaceDetails now) {
        var summary = now.summary();
        heading.setText(desk.names().of(summary));
        var board = new Anchor(
                WorkspaceNavigation.toBoard(workspace), new Icon("board"), new Span(desk.say("workspace.open-board")));
        board.addClassName("button");
        board.getElement().setAttribute("data-testid", "workspace-board");
        body.add(new Div(board));
        if (summary.personal()) {
            var words = new Paragraph(desk.say("workspace.personal.about"));
            words.addClassName("quiet");
            body.add(words);
            return;
        }
        if (summary.role() == WorkspaceRole.ADMIN) {
            body.add(name(summary));
        }
        body.add(new MembersSection(desk, now, invite, this::changed));
        body.add(Push.labelled(
                "door", desk.say("workspace.leave"), "workspace-leave", _ -> askToLeave(heading.getText())));
    }

    private TextField name(WorkspaceSummary now) {
        var field = new TextField(desk.say("workspace.name"));
        field.setValue(desk.names().of(now));
        field.setManualValidation(true);
        field.addClassName("workspace-name");
        field.getElement().setAttribute("data-testid", "workspace-name");
        field.getElement().executeJs(SaveOnEnter.SCRIPT);
        field.getElement().addEventListener("give-up", _ -> field.setValue(heading.getText()));
        field.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            var refused = desk.actions().rename(workspace, change.getValue());
            field.setInvalid(refused.isPresent());
            refused.ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), this::changed);
        });
        return field;
    }

    private void changed() {
        read();
        WorkspacesChanged.tell();
    }

    private void askToLeave(String name) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(desk.say("workspace.leave.header", name));
        dialog.setText(desk.say("workspace.leave.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(desk.say("asking.cancel"));
        dialog.setConfirmText(desk.say("workspace.leave"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> {
            var refused = desk.actions().leave(workspace);
            desk.tell(refused);
            if (refused.isEmpty()) {
                WorkspacesChanged.tell();
                close.run();
            }
        });
        dialog.open();
    }

    private void sayMissing() {
        heading.setText(desk.say("workspace.missing"));
        var words = new Paragraph(desk.say("rejection.workspace.not-found"));
        words.getElement().setAttribute("role", "status");
        body.add(words);
    }
}
