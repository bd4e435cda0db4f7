package io.taskledger.query.workspace;

import java.time.Instant;
import java.util.Optional;

import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.AddressInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationWithdrawn;
import io.taskledger.messages.workspace.WorkspaceEvent.ListAdded;
import io.taskledger.messages.workspace.WorkspaceEvent.ListMoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRenamed;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.RoleChanged;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.WithoutContent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Events in, rows out. The workspace's own row tells how far its stream is reflected in all four tables, so that delivery
 * twice does no harm, also where rows have gone since.
 */
final class WorkspaceProjection {

    private final Rows<WorkspaceEntity> workspaces;
    private final Rows<ListEntity> lists;
    private final Rows<MemberEntity> members;
    private final Rows<InvitationEntity> invitations;

    WorkspaceProjection(Tables tables) {
        workspaces = tables.rows(WorkspaceEntity.FORM);
        lists = tables.rows(ListEntity.FORM);
        members = tables.rows(MemberEntity.FORM);
        invitations = tables.rows(InvitationEntity.FORM);
    }

    @EventHandler
    void on(WorkspaceEvent event, DomainEventMessage<?> message, TrackingToken token) {
        var known = workspaces.find(event.workspaceId().text());
        var position = token.position().orElseThrow();
        if (known.filter(row -> row.reflects(position)).isPresent()) {
            return;
        }
        var workspace = event instanceof WorkspaceCreated created && known.isEmpty()
                ? create(created, message.getTimestamp())
                : there(known, event.workspaceId().text());
        change(workspace, event, message.getTimestamp());
        workspace.touch(message.getSequenceNumber(), position);
    }

    private WorkspaceEntity create(WorkspaceCreated event, Instant at) {
        var workspace = new WorkspaceEntity(event, at);
        workspaces.add(workspace);
        return workspace;
    }

    private void change(WorkspaceEntity workspace, WorkspaceEvent event, Instant at) {
        switch (event) {
            case WorkspaceCreated created -> begin(workspace, created);
            case WorkspaceRenamed renamed -> workspace.rename(renamed.name().to());
            case ListAdded added -> add(workspace, added);
            case ListRenamed renamed ->
                list(renamed.listId()).rename(renamed.name().to());
            case ListMoved moved -> list(moved.listId()).move(moved.place().to());
            case ListRemoved removed -> list(removed.listId()).remove();
            case UserInvited invited -> invitations.add(new InvitationEntity(invited, at));
            case AddressInvited invited -> invitations.add(new InvitationEntity(invited, at));
            case InvitationDeclined declined ->
                invitation(declined.invitationId()).answered(declined.user(), InvitationEntity.DECLINED);
            case InvitationWithdrawn withdrawn ->
                invitation(withdrawn.invitationId()).withdraw();
            case MemberJoined joined -> {
                invitation(joined.invitationId()).answered(joined.member(), InvitationEntity.ACCEPTED);
                members.add(new MemberEntity(joined.workspaceId(), joined.member(), joined.role()));
            }
            case RoleChanged changed ->
                there(members.find(MemberEntity.key(changed.workspaceId(), changed.member())), "a member")
                        .become(changed.role().to());
            case MemberRemoved removed -> members.remove(MemberEntity.key(removed.workspaceId(), removed.member()));
            case MemberLeft left -> leave(workspace, left);
        }
    }

    private void begin(WorkspaceEntity workspace, WorkspaceCreated event) {
        var first = ListId.firstOf(event.workspaceId());
        workspace.hasList(first);
        lists.add(new ListEntity(first, event.workspaceId(), null, first.firstPlace()));
        members.add(new MemberEntity(event.workspaceId(), event.owner(), WorkspaceRole.ADMIN));
    }

    /** An import may bring one again that was removed. */
    private void add(WorkspaceEntity workspace, ListAdded event) {
        lists.find(event.listId().text())
                .ifPresentOrElse(
                        removed -> removed.comeBack(event.name(), event.place()), () -> addNew(workspace, event));
    }

    private void addNew(WorkspaceEntity workspace, ListAdded event) {
        workspace.hasList(event.listId());
        lists.add(new ListEntity(event.listId(), event.workspaceId(), event.name(), event.place()));
    }

    /** Who leaves a personal workspace is deleted: what they wrote there goes as well. */
    private void leave(WorkspaceEntity workspace, MemberLeft event) {
        members.remove(MemberEntity.key(event.workspaceId(), event.member()));
        if (workspace.personal()) {
            workspace.lists().forEach(list -> there(lists.find(list), list).rename(null));
        }
    }

    private ListEntity list(ListId id) {
        return there(lists.find(id.text()), id.text());
    }

    private InvitationEntity invitation(InvitationId id) {
        return there(invitations.find(id.text()), id.text());
    }

    private static <E> E there(Optional<E> row, String id) {
        return row.orElseThrow(() -> new NoRow(id));
    }

    /** The row must be there. */
    private static final class NoRow extends IllegalStateException implements WithoutContent {
        NoRow(String id) {
            super("no row for " + id);
        }
    }
}
