package io.taskledger.ui.workspace;

import java.util.Optional;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Initials;
import io.taskledger.ui.parts.Push;

/** Who belongs to a workspace, and who was asked to. */
class MembersSection extends Section {

    private final WorkspaceDesk desk;
    private final Runnable onChange;

    /** @param invite outlives it, and so what is being typed there */
    MembersSection(WorkspaceDesk desk, WorkspaceDetails workspace, InviteForm invite, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("sheet-section");
        var admin = workspace.summary().role() == WorkspaceRole.ADMIN;
        var id = workspace.summary().workspaceId();
        var members = new UnorderedList();
        members.addClassName("people-list");
        workspace.members().forEach(member -> members.add(item(id, member, admin)));
        add(new H3(desk.say("members.title")), members);
        if (admin) {
            add(invite);
        }
        if (!workspace.invitations().isEmpty()) {
            var invited = new UnorderedList();
            invited.addClassName("people-list");
            workspace.invitations().forEach(one -> invited.add(item(one)));
            add(new H3(desk.say("members.invited")), invited);
        }
    }

    private ListItem item(WorkspaceId workspace, MemberDetails member, boolean admin) {
        var name = Optional.ofNullable(member.username()).orElseGet(() -> desk.say("history.somebody"));
        var me = Acting.now().map(Actor::userId).filter(member.userId()::equals).isPresent();
        var item = new ListItem(new Initials(name), words(me ? desk.say("members.me", name) : name));
        item.getElement().setAttribute("data-testid", "member");
        if (admin) {
            item.add(role(workspace, member, name));
            if (!me) {
                item.add(Push.icon(
                        "close",
                        desk.say("members.remove", name),
                        "member-remove",
                        _ -> done(desk.actions().remove(workspace, member.userId()))));
            }
        } else {
            item.add(quiet(desk.role(member.role())));
        }
        return item;
    }

    private Select<WorkspaceRole> role(WorkspaceId workspace, MemberDetails member, String name) {
        var role = new Select<WorkspaceRole>();
        role.setItems(WorkspaceRole.values());
        role.setItemLabelGenerator(desk::role);
        role.setValue(member.role());
        role.setAriaLabel(desk.say("members.role", name));
        role.getElement().setAttribute("data-testid", "member-role");
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                done(desk.actions().changeRole(workspace, member.userId(), change.getValue()));
            }
        });
        return role;
    }

    private ListItem item(OpenInvitation invitation) {
        var whom = Optional.ofNullable(invitation.username())
                .or(() -> Optional.ofNullable(invitation.email()))
                .orElseGet(() -> desk.say("history.somebody"));
        var item = new ListItem(
                new Icon(invitation.email() == null ? "person" : "mail"),
                words(whom),
                quiet(desk.role(invitation.role())),
                Push.icon(
                        "close",
                        desk.say("members.withdraw", whom),
                        "invitation-withdraw",
                        _ -> done(desk.actions().withdraw(invitation))));
        item.getElement().setAttribute("data-testid", "invitation");
        return item;
    }

    private void done(Optional<Rejection> refused) {
        desk.tell(refused);
        onChange.run();
    }

    private static Span words(String text) {
        var span = new Span(text);
        span.addClassName("person-name");
        span.getElement().setAttribute("dir", "auto");
        return span;
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
