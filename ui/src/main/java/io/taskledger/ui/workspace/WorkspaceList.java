package io.taskledger.ui.workspace;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.OnEnter;
import io.taskledger.ui.parts.Push;

/** One's workspaces, what one is invited to, and a way to make another. */
class WorkspaceList extends Div {

    private final WorkspaceDesk desk;
    private final Div invitations = new Div();
    private final UnorderedList list = new UnorderedList();
    private final TextField field = new TextField();

    WorkspaceList(WorkspaceDesk desk) {
        this.desk = desk;
        addClassNames("list-pane", "workspaces");
        invitations.addClassName("invitations");
        list.addClassName("workspace-list");
        field.setLabel(desk.say("workspace.new"));
        field.setPlaceholder(desk.say("workspace.new.hint"));
        field.setManualValidation(true);
        field.getElement().setAttribute("data-testid", "new-workspace").setAttribute("data-shortcut", "n");
        OnEnter.of(field, this::create);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        var make = Push.labelled("plus", desk.say("workspace.create"), "create-workspace", _ -> create())
                .styled("button-primary");
        var form = new Div(field, make);
        form.addClassName("workspace-form");
        var all = new Div(invitations, list, form);
        all.addClassName("narrow");
        add(all);
    }

    final void read() {
        list.removeAll();
        desk.questions().all().forEach(one -> list.add(item(one)));
        invitations.removeAll();
        var open = desk.questions().invitations().size();
        if (open > 0) {
            invitations.add(invited(open));
        }
    }

    private ListItem item(WorkspaceSummary workspace) {
        var name = new Anchor(
                WorkspaceNavigation.toPeople(workspace.workspaceId()),
                desk.names().of(workspace));
        name.addClassName("workspace-link");
        name.getElement().setAttribute("dir", "auto").setAttribute("data-testid", "workspace");
        var about = new Span(desk.say("workspace.about", workspace.lists().size(), desk.role(workspace.role())));
        about.addClassName("quiet");
        var words = new Div(name, about);
        words.addClassName("workspace-words");
        var board = new Anchor(
                WorkspaceNavigation.toBoard(workspace.workspaceId()),
                new Icon("board"),
                new Span(desk.say("workspace.board")));
        board.addClassName("button");
        board.getElement()
                .setAttribute(
                        "aria-label",
                        desk.say("workspace.board-of", desk.names().of(workspace)));
        return new ListItem(words, board);
    }

    /** Invitations have a place of their own. */
    private Anchor invited(int many) {
        var link = new Anchor("invitations", new Icon("mail"), new Span(desk.say("invitation.open", many)));
        link.addClassName("invitation-card");
        link.getElement().setAttribute("data-testid", "to-invitations");
        return link;
    }

    private void create() {
        var workspace = WorkspaceId.next();
        var refused = desk.actions().create(workspace, field.getValue());
        field.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), () -> {
            field.setValue("");
            WorkspacesChanged.tell();
            WorkspaceNavigation.open(WorkspaceNavigation.toPeople(workspace));
        });
    }
}
