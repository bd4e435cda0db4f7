package io.taskledger.command.workspace;

import java.util.Map;
import java.util.function.Predicate;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRejection.UserNotFound;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.WorkspaceEvent.AddressInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationWithdrawn;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.RoleChanged;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection.AlreadyInvited;
import io.taskledger.messages.workspace.WorkspaceRejection.AlreadyMember;
import io.taskledger.messages.workspace.WorkspaceRejection.InvitationNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.LastAdminStays;
import io.taskledger.messages.workspace.WorkspaceRejection.MemberNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.TooManyMembers;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceRules;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Decides who belongs to a team's workspace, for somebody who asks. */
record Members(Standing standing, Actor actor, MembersAccounts accounts) {

    void invite(InviteUser command) {
        standing.require(actor, WorkspaceRole.ADMIN);
        var user = accounts.named(command.username())
                .orElseThrow(() -> new CommandRejected(new UserNotFound(command.username())));
        if (state().role(user).isPresent()) {
            throw new CommandRejected(new AlreadyMember(user));
        }
        if (isNew(command.invitationId(), invitation -> user.equals(invitation.user()))) {
            apply(new UserInvited(id(), command.invitationId(), user, command.role()));
        }
    }

    void invite(InviteByMail command) {
        standing.require(actor, WorkspaceRole.ADMIN);
        if (isNew(command.invitationId(), invitation -> invitation.isFor(command.email()))) {
            apply(new AddressInvited(id(), state().subject(), command.invitationId(), command.email(), command.role()));
        }
    }

    void accept(AcceptInvitation command) {
        var role = requireInvited(command.invitationId()).role();
        if (state().role(actor.userId()).isPresent()) {
            throw new CommandRejected(new AlreadyMember(actor.userId()));
        }
        apply(new MemberJoined(id(), command.invitationId(), actor.userId(), role));
        accounts.joined(actor.userId(), id());
    }

    void decline(DeclineInvitation command) {
        requireInvited(command.invitationId());
        apply(new InvitationDeclined(id(), command.invitationId(), actor.userId()));
    }

    void withdraw(WithdrawInvitation command) {
        standing.require(actor, WorkspaceRole.ADMIN);
        if (!state().invitations().containsKey(command.invitationId())) {
            throw new CommandRejected(new InvitationNotFound(command.invitationId()));
        }
        apply(new InvitationWithdrawn(id(), command.invitationId()));
    }

    void changeRole(ChangeRole command) {
        standing.require(actor, WorkspaceRole.ADMIN);
        var before = requireMember(command.member());
        if (before != command.role()) {
            requireAnotherAdmin(command.member());
            apply(new RoleChanged(id(), command.member(), new Changed<>(before, command.role())));
        }
    }

    void remove(RemoveMember command) {
        standing.require(actor, WorkspaceRole.ADMIN);
        requireMember(command.member());
        requireAnotherAdmin(command.member());
        apply(new MemberRemoved(id(), command.member()));
        accounts.left(command.member(), id());
    }

    void leave() {
        standing.require(actor, WorkspaceRole.VIEWER);
        requireAnotherAdmin(actor.userId());
        apply(new MemberLeft(id(), actor.userId()));
        accounts.left(actor.userId(), id());
    }

    /** Asking again in the same words is not an error; asking the same person under another invitation is. */
    private boolean isNew(InvitationId wanted, Predicate<Invitation> same) {
        var open = state().invitations();
        if (open.containsKey(wanted)) {
            return false;
        }
        open.entrySet().stream()
                .filter(entry -> same.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(invitation -> {
                    throw new CommandRejected(new AlreadyInvited(invitation));
                });
        if (state().members().size() + open.size() >= WorkspaceRules.MEMBERS_LIMIT) {
            throw new CommandRejected(new TooManyMembers(WorkspaceRules.MEMBERS_LIMIT));
        }
        return true;
    }

    private Invitation requireInvited(InvitationId wanted) {
        var invitation = state().invitations().get(wanted);
        if (invitation == null || !invitation.isFor(actor.userId(), accounts)) {
            throw new CommandRejected(new InvitationNotFound(wanted));
        }
        return invitation;
    }

    private WorkspaceRole requireMember(UserId person) {
        return state().role(person).orElseThrow(() -> new CommandRejected(new MemberNotFound(person)));
    }

    private void requireAnotherAdmin(UserId person) {
        if (state().onlyAdmin(person)) {
            throw new CommandRejected(new LastAdminStays(person));
        }
    }

    private WorkspaceState state() {
        return standing.state();
    }

    private WorkspaceId id() {
        return state().workspaceId();
    }
}
