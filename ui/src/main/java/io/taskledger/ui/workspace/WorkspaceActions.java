package io.taskledger.ui.workspace;

import java.util.Optional;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.ui.gateway.ScreenGateway;
import org.springframework.stereotype.Component;

/** What a person can do with workspaces. Each answers why it was refused, or nothing once it is done. */
@Component
class WorkspaceActions {

    private final ScreenGateway house;

    WorkspaceActions(ScreenGateway house) {
        this.house = house;
    }

    Optional<Rejection> create(WorkspaceId workspace, String name) {
        return house.send(() -> new CreateWorkspace(workspace, name));
    }

    Optional<Rejection> rename(WorkspaceId workspace, String name) {
        return house.send(() -> new RenameWorkspace(workspace, name));
    }

    /** @param whom a username, or an address */
    Optional<Rejection> invite(WorkspaceId workspace, String whom, WorkspaceRole role) {
        var invitation = InvitationId.next();
        return house.send(() -> whom.contains("@")
                ? new InviteByMail(workspace, invitation, whom, role)
                : new InviteUser(workspace, invitation, whom, role));
    }

    Optional<Rejection> withdraw(OpenInvitation invitation) {
        return house.send(() -> new WithdrawInvitation(invitation.workspaceId(), invitation.invitationId()));
    }

    Optional<Rejection> changeRole(WorkspaceId workspace, UserId member, WorkspaceRole role) {
        return house.send(() -> new ChangeRole(workspace, member, role));
    }

    Optional<Rejection> remove(WorkspaceId workspace, UserId member) {
        return house.send(() -> new RemoveMember(workspace, member));
    }

    Optional<Rejection> leave(WorkspaceId workspace) {
        return house.send(() -> new LeaveWorkspace(workspace));
    }
}
