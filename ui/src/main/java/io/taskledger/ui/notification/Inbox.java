package io.taskledger.ui.notification;

import java.util.List;

import io.taskledger.messages.Page;
import io.taskledger.messages.RunOf;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationQuery.CountUnread;
import io.taskledger.messages.notification.NotificationQuery.ListNotifications;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceQuery.ListOwnInvitations;
import io.taskledger.security.Acting;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person is told, and what they say of it. Commands throw what they are refused for. */
@Component
class Inbox {

    private final CommandGateway commands;
    private final QueryGateway queries;

    Inbox(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    Page<Notification> list(boolean unread, int skip, int limit) {
        return queries.query(new ListNotifications(unread, skip, limit), RunOf.page(Notification.class))
                .join();
    }

    long unread() {
        return queries.query(new CountUnread(), ResponseTypes.optionalInstanceOf(Long.class))
                .join()
                .orElse(0L);
    }

    void markRead(Notification one) {
        send(new MarkNotificationRead(Acting.now().orElseThrow().userId(), one.position()));
    }

    /** @param upTo what comes later is not read by it */
    void markRead(long upTo) {
        send(new MarkNotificationsRead(Acting.now().orElseThrow().userId(), upTo));
    }

    /** Oldest first. */
    List<OpenInvitation> invitations() {
        return queries.query(new ListOwnInvitations(), ResponseTypes.multipleInstancesOf(OpenInvitation.class))
                .join();
    }

    void accept(OpenInvitation invitation) {
        send(new AcceptInvitation(invitation.workspaceId(), invitation.invitationId()));
    }

    void decline(OpenInvitation invitation) {
        send(new DeclineInvitation(invitation.workspaceId(), invitation.invitationId()));
    }

    private void send(Object command) {
        commands.<@Nullable Object>sendAndWait(command);
    }
}
