package io.taskledger.ui.tryout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Page;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.notification.InboxTouched;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.notification.NotificationQuery;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.ListOwnInvitations;
import io.taskledger.messages.workspace.WorkspaceRejection.InvitationNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;

/** What the one person who is there is told. */
public class InboxInMemory {

    private final Clock clock;
    private final QueryUpdateEmitter screens;
    private final List<Notification> all = new ArrayList<>();
    private final List<OpenInvitation> invitations = new ArrayList<>();
    private final List<InvitationId> accepted = new ArrayList<>();

    public InboxInMemory(Clock clock, QueryUpdateEmitter screens) {
        this.clock = clock;
        this.screens = screens;
    }

    public synchronized void clear() {
        all.clear();
        invitations.clear();
        accepted.clear();
    }

    /** Something happens to the task, by Ben. */
    public synchronized void told(NotificationKind kind, TaskId task, String title) {
        var position = all.size() + 1L;
        all.addFirst(new Notification(
                position, kind, UserId.next(), "Ben", task, title, null, null, null, clock.instant(), false));
        screens.emit(NotificationQuery.WatchInbox.class, _ -> true, new InboxTouched(position));
    }

    /** Ben asks one to join. */
    public synchronized InvitationId invited(String workspace) {
        var id = InvitationId.next();
        invitations.add(new OpenInvitation(
                id, WorkspaceId.next(), workspace, null, null, null, WorkspaceRole.EDITOR, clock.instant()));
        return id;
    }

    public synchronized void withdraw(InvitationId id) {
        invitations.removeIf(one -> one.invitationId().equals(id));
    }

    public List<InvitationId> accepted() {
        return List.copyOf(accepted);
    }

    @QueryHandler
    synchronized Page<Notification> handle(NotificationQuery.ListNotifications query) {
        var wanted = all.stream().filter(one -> !query.unread() || !one.read()).toList();
        return new Page<>(
                wanted.stream().skip(query.skip()).limit(query.limit()).toList(),
                wanted.size(),
                query.skip(),
                query.limit());
    }

    @QueryHandler
    synchronized Optional<Long> handle(NotificationQuery.CountUnread query) {
        return Optional.of(all.stream().filter(one -> !one.read()).count());
    }

    @CommandHandler
    synchronized void handle(MarkNotificationRead command) {
        all.replaceAll(one -> one.position() == command.position() ? read(one) : one);
    }

    @CommandHandler
    synchronized void handle(MarkNotificationsRead command) {
        all.replaceAll(one -> one.position() <= command.upTo() ? read(one) : one);
    }

    @QueryHandler
    synchronized List<OpenInvitation> handle(ListOwnInvitations query) {
        return List.copyOf(invitations);
    }

    @CommandHandler
    synchronized void handle(AcceptInvitation command) {
        answer(command.invitationId());
        accepted.add(command.invitationId());
    }

    @CommandHandler
    synchronized void handle(DeclineInvitation command) {
        answer(command.invitationId());
    }

    private void answer(InvitationId id) {
        if (!invitations.removeIf(one -> one.invitationId().equals(id))) {
            throw new CommandRejected(new InvitationNotFound(id));
        }
    }

    private static Notification read(Notification one) {
        return new Notification(
                one.position(),
                one.kind(),
                one.actor(),
                one.actorName(),
                one.taskId(),
                one.taskTitle(),
                one.workspaceId(),
                one.workspaceName(),
                one.part(),
                one.at(),
                true);
    }
}
