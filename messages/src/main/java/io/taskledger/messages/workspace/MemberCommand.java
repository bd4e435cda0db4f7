package io.taskledger.messages.workspace;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRules;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about who belongs to a workspace. */
public sealed interface MemberCommand extends WorkspaceCommand {

    /** Asks an account to join. */
    record InviteUser(
            @TargetAggregateIdentifier WorkspaceId workspaceId,
            InvitationId invitationId,
            String username,
            WorkspaceRole role)
            implements MemberCommand {}

    /**
     * Asks whoever has the address to join: an account that proved it is theirs, now or later.
     *
     * @param email at most 100 characters
     */
    record InviteByMail(
            @TargetAggregateIdentifier WorkspaceId workspaceId,
            InvitationId invitationId,
            String email,
            WorkspaceRole role)
            implements MemberCommand {
        public InviteByMail {
            var rules = new FieldRules();
            AccountRules.email(rules, email);
            rules.enforce();
        }
    }

    /** The actor joins: the one who was invited. */
    record AcceptInvitation(@TargetAggregateIdentifier WorkspaceId workspaceId, InvitationId invitationId)
            implements MemberCommand {}

    /** The actor, who was invited, will not join. */
    record DeclineInvitation(@TargetAggregateIdentifier WorkspaceId workspaceId, InvitationId invitationId)
            implements MemberCommand {}

    /** An admin takes the invitation back. */
    record WithdrawInvitation(@TargetAggregateIdentifier WorkspaceId workspaceId, InvitationId invitationId)
            implements MemberCommand {}

    record ChangeRole(@TargetAggregateIdentifier WorkspaceId workspaceId, UserId member, WorkspaceRole role)
            implements MemberCommand {}

    record RemoveMember(@TargetAggregateIdentifier WorkspaceId workspaceId, UserId member) implements MemberCommand {}

    /** The actor goes. */
    record LeaveWorkspace(@TargetAggregateIdentifier WorkspaceId workspaceId) implements MemberCommand {}
}
