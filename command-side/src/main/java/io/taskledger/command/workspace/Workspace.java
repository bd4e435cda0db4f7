package io.taskledger.command.workspace;

import java.time.Instant;

import io.taskledger.command.ToldStream;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.WorkspaceCommand;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection.PersonalStaysPersonal;
import io.taskledger.messages.workspace.WorkspaceRejection.WorkspaceNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * One workspace: decides who belongs to it and which lists it has. A personal one of an account from before there were
 * workspaces comes into being with the first command for it, which is why a missing one may be created.
 */
// Fields are assigned where events are applied, never in a constructor.
@SuppressWarnings("NullAway.Init")
@Aggregate(type = "workspace", cache = "aggregateCache")
class Workspace {

    @AggregateIdentifier
    private WorkspaceId workspaceId;

    @AggregateMember
    private final ToldStream told = new ToldStream();

    private @Nullable WorkspaceState state;

    @CommandHandler
    Workspace(CreateWorkspace command, Actor actor, MembersAccounts accounts) {
        var id = command.workspaceId();
        if (id.isPersonalOf(actor.userId())) {
            throw new CommandRejected(new PersonalStaysPersonal(id));
        }
        apply(new WorkspaceCreated(id, new SubjectId(id.text()), actor.userId(), command.name()));
        accounts.joined(actor.userId(), id);
    }

    /** Somebody's own. */
    Workspace(UserId owner) {
        createPersonal(owner);
    }

    @CommandHandlerInterceptor
    void requirePast(
            WorkspaceCommand command,
            @MetaDataValue(value = MetadataKeys.HAPPENED_AT, required = true) String at,
            @MetaDataValue(MetadataKeys.ACTION_ID) String action) {
        told.require(Instant.parse(at), action);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RenameWorkspace command, Actor actor) {
        var team = known(command, actor).teamOf(actor).require(actor, WorkspaceRole.ADMIN);
        var before = requireNonNull(team.state().name(), "a team's workspace has a name");
        if (!command.name().equals(before)) {
            apply(new WorkspaceRenamed(workspaceId, team.state().subject(), new Changed<>(before, command.name())));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddList command, Actor actor) {
        lists(command, actor).add(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RenameList command, Actor actor) {
        lists(command, actor).rename(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MoveList command, Actor actor) {
        lists(command, actor).move(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveList command, Actor actor) {
        lists(command, actor).remove(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(InviteUser command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).invite(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(InviteByMail command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).invite(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptInvitation command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).accept(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclineInvitation command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).decline(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawInvitation command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).withdraw(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeRole command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).changeRole(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveMember command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).remove(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LeaveWorkspace command, Actor actor, MembersAccounts accounts) {
        members(command, actor, accounts).leave();
    }

    /** A deleted account goes, even if nobody is left then: who may be deleted its account has decided. */
    void without(UserId member) {
        if (state != null && state.role(member).isPresent()) {
            apply(new MemberLeft(workspaceId, member));
        }
    }

    @EventSourcingHandler
    void on(WorkspaceEvent event) {
        workspaceId = event.workspaceId();
        state = state == null ? WorkspaceState.of((WorkspaceCreated) event) : state.after(event);
    }

    private Lists lists(WorkspaceCommand command, Actor actor) {
        return new Lists(
                known(command, actor).require(actor, WorkspaceRole.EDITOR).state());
    }

    private Members members(WorkspaceCommand command, Actor actor, MembersAccounts accounts) {
        return new Members(known(command, actor).teamOf(actor), actor, accounts);
    }

    private Standing known(WorkspaceCommand command, Actor actor) {
        if (state == null && command.workspaceId().isPersonalOf(actor.userId())) {
            createPersonal(actor.userId());
        }
        if (state == null) {
            throw new CommandRejected(new WorkspaceNotFound(command.workspaceId()));
        }
        return new Standing(state);
    }

    private static void createPersonal(UserId owner) {
        apply(new WorkspaceCreated(WorkspaceId.personalOf(owner), SubjectId.of(owner), owner, null));
    }

    /** Axon makes the instance that it replays events into. */
    Workspace() {}
}
