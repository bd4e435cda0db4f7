package io.taskledger.ui.notification;

import java.util.function.Consumer;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Refusals;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** The workspaces that one is asked to join, to be accepted or declined. */
@PermitAll
@Route(InvitationsView.PATH)
@RouteAlias("invitation")
public class InvitationsView extends Div implements BeforeEnterObserver, HasDynamicTitle, Headed {

    static final String PATH = "invitations";

    private final Inbox inbox;
    private final Reader reader;
    private final UnorderedList list = new UnorderedList();
    private final Div card;
    private final Div none;
    private final Refusals refusals;

    InvitationsView(Inbox inbox, Readers readers) {
        this.inbox = inbox;
        this.reader = readers.current();
        addClassName("inbox");
        refusals = new Refusals(reader, "invitation-error");
        list.addClassName("things");
        card = new Div(list);
        card.addClassName("card");
        none = none();
        add(refusals, card, none);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        look();
    }

    @Override
    public String heading() {
        return reader.say("invitations.title");
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", heading());
    }

    private void look() {
        list.removeAll();
        var all = inbox.invitations();
        all.forEach(one -> list.add(item(one)));
        card.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
    }

    private ListItem item(OpenInvitation one) {
        var name = new Span(name(one));
        name.addClassName("thing-name");
        var facts = new Div(
                new Span(reader.say("invitations.role." + one.role().stored())),
                new Span(reader.say("invitations.when", new Calendar(reader).when(one.invitedAt()))));
        facts.addClassName("thing-facts");
        var words = new Div(name, facts);
        words.addClassName("thing-words");
        var actions = new Div(
                Push.labelled(
                                reader.say("invitations.decline"),
                                "invitation-decline",
                                _ -> answer(one, inbox::decline, "invitations.declined"))
                        .described(reader.say("invitations.decline.of", name(one))),
                Push.labelled(
                                reader.say("invitations.accept"),
                                "invitation-accept",
                                _ -> answer(one, inbox::accept, "invitations.accepted"))
                        .described(reader.say("invitations.accept.of", name(one)))
                        .styled("button-primary"));
        actions.addClassName("card-actions");
        var item = new ListItem(words, actions);
        item.getElement().setAttribute("data-testid", "invitation");
        return item;
    }

    private void answer(OpenInvitation one, Consumer<OpenInvitation> answer, String key) {
        if (refusals.done(() -> answer.accept(one))) {
            Notice.told(reader.say(key, name(one)));
        }
        look();
    }

    private String name(OpenInvitation one) {
        return one.workspaceName() == null ? reader.say("inbox.something") : one.workspaceName();
    }

    private Div none() {
        var next = new Div(Push.labelled(
                reader.say("nav.tasks"), "to-tasks", _ -> TaskNavigation.openList(Shown.all(Shown.Which.TASKS))));
        next.addClassName("empty-actions");
        var nothing = new Div(
                new Icon("person"),
                new H2(reader.say("invitations.none")),
                new Paragraph(reader.say("invitations.none.next")),
                next);
        nothing.addClassName("empty");
        nothing.getElement().setAttribute("data-testid", "invitations-empty");
        return nothing;
    }
}
