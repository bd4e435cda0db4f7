package io.taskledger.command.workspace;

import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceEvent.ListAdded;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;

/** One team, of which Ann is the first admin, in the states that tests begin with. */
public final class Teams {

    public static final WorkspaceId ORCHARD = new WorkspaceId("ws-01JZ00000000000000000000W1");
    public static final SubjectId OF_ORCHARD = new SubjectId(ORCHARD.text());
    public static final ListId DOING = new ListId("list-01JZ00000000000000000000D1");
    static final InvitationId INVITATION = new InvitationId("invitation-01JZ00000000000000000000V1");

    private Teams() {}

    /** What is known of the team with these members besides Ann. */
    public static Workspaces with(UserId admin, Map<UserId, WorkspaceRole> others) {
        var state = WorkspaceState.of(created(admin)).after(listAdded());
        for (var other : others.entrySet()) {
            state = state.after(joined(other.getKey(), other.getValue()));
        }
        var team = state;
        return workspace -> workspace.equals(ORCHARD) ? Optional.of(team) : Optional.empty();
    }

    static WorkspaceCreated created(UserId admin) {
        return new WorkspaceCreated(ORCHARD, OF_ORCHARD, admin, "Orchard");
    }

    static ListAdded listAdded() {
        return new ListAdded(ORCHARD, OF_ORCHARD, DOING, "Doing", DOING.firstPlace());
    }

    static MemberJoined joined(UserId member, WorkspaceRole role) {
        return new MemberJoined(ORCHARD, INVITATION, member, role);
    }
}
