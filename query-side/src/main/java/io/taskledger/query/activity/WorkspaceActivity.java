package io.taskledger.query.activity;

import java.util.Map;

import io.taskledger.messages.Changed;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.UserId;
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
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.activity.ActivityEntity.Deed;
import io.taskledger.query.activity.ActivityEntity.Scope;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import org.jspecify.annotations.Nullable;

/** What was done to workspaces, their lists and their members: an entry each. */
final class WorkspaceActivity {

    private static final String MEMBER = "member";

    private final Rows<ActivityEntity> entries;
    private final Rows<ToldMemberEntity> members;

    WorkspaceActivity(Tables tables) {
        this.entries = tables.rows(ActivityEntity.FORM);
        this.members = tables.rows(ToldMemberEntity.FORM);
    }

    void on(WorkspaceEvent event, Occurrence occurrence) {
        follow(event);
        var workspace = event.workspaceId().text();
        var details = Details.none().with("workspace_id", workspace);
        var deed = switch (event) {
            // A personal one comes with the account, by nobody's doing.
            case WorkspaceCreated created -> created.name() == null ? null : named(details, created.name(), workspace);
            case WorkspaceRenamed renamed -> changed(details, "name", renamed.name(), "workspace", workspace);
            case ListAdded added -> {
                details.with("name", added.name());
                yield new Deed("created", "list", added.listId().text());
            }
            case ListRenamed renamed ->
                changed(
                        details,
                        "name",
                        renamed.name(),
                        "list",
                        renamed.listId().text());
            case ListMoved moved ->
                changed(details, "place", moved.place(), "list", moved.listId().text());
            case ListRemoved removed ->
                new Deed("deleted", "list", removed.listId().text());
            case UserInvited invited -> {
                details.with("invited_user_id", invited.user())
                        .with("invited_username", null)
                        .with("role", invited.role());
                yield new Deed("created", "invitation", invited.invitationId().text());
            }
            case AddressInvited invited -> {
                details.with("email", invited.email()).with("role", invited.role());
                yield new Deed("created", "invitation", invited.invitationId().text());
            }
            case InvitationDeclined declined ->
                new Deed("declined", "invitation", declined.invitationId().text());
            case InvitationWithdrawn withdrawn ->
                new Deed("deleted", "invitation", withdrawn.invitationId().text());
            case MemberJoined joined -> {
                details.with("role", joined.role());
                yield new Deed("joined", MEMBER, joined.member().text());
            }
            case RoleChanged role -> {
                member(details, role.member());
                yield changed(
                        details, "role", role.role(), MEMBER, role.member().text());
            }
            case MemberRemoved removed -> {
                member(details, removed.member());
                yield new Deed("deleted", MEMBER, removed.member().text());
            }
            case MemberLeft left -> new Deed("left", MEMBER, left.member().text());
        };
        if (deed != null) {
            add(deed, event, details, occurrence);
        }
    }

    /** Who may look. */
    private void follow(WorkspaceEvent event) {
        switch (event) {
            case WorkspaceCreated created -> join(created.workspaceId(), created.owner());
            case MemberJoined joined -> join(joined.workspaceId(), joined.member());
            case MemberRemoved removed -> members.remove(ToldMemberEntity.key(removed.workspaceId(), removed.member()));
            case MemberLeft left -> members.remove(ToldMemberEntity.key(left.workspaceId(), left.member()));
            default -> {}
        }
    }

    private void join(WorkspaceId workspace, UserId person) {
        if (members.find(ToldMemberEntity.key(workspace, person)).isEmpty()) {
            members.add(new ToldMemberEntity(workspace, person));
        }
    }

    private static Deed named(Details details, String name, String workspace) {
        details.with("name", name);
        return new Deed("created", "workspace", workspace);
    }

    private static Deed changed(Details details, String field, Changed<?> change, String type, String id) {
        details.withChanges(Map.of(field, change));
        return new Deed("updated", type, id);
    }

    private static void member(Details details, UserId member) {
        details.with("member_id", member).with("member_username", null);
    }

    private void add(Deed deed, WorkspaceEvent event, Details details, Occurrence occurrence) {
        if (entries.find(occurrence.eventId()).isEmpty()) {
            var scope = new Scope(null, subject(event), null, null);
            entries.add(new ActivityEntity(occurrence, scope, deed, details.json()));
        }
    }

    private static @Nullable String subject(WorkspaceEvent event) {
        return event instanceof HoldsPersonalData personal ? personal.subject().text() : null;
    }
}
