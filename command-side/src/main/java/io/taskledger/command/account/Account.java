package io.taskledger.command.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import io.taskledger.command.workspace.Departures;
import io.taskledger.command.workspace.PersonalWorkspace;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.PasswordChanged;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountEvent.WorkspaceJoined;
import io.taskledger.messages.account.AccountEvent.WorkspaceLeft;
import io.taskledger.messages.account.AccountRejection.DemoStays;
import io.taskledger.messages.account.AccountRejection.GrantedByOperators;
import io.taskledger.messages.account.AccountRejection.NoSuchAccount;
import io.taskledger.messages.account.AccountRejection.OwnAccountOnly;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * One account: decides who it is, to what it belongs, and what it may do on the whole instance. Its sessions and what its
 * person says of themselves take their own commands and events.
 */
// Fields are assigned where events are applied, never in a constructor; the profile and the inbox only Axon reads.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
@Aggregate(type = "account", cache = "aggregateCache")
class Account {

    @AggregateIdentifier
    private UserId userId;

    @AggregateMember
    private final Sessions sessions = new Sessions();

    @AggregateMember
    private final Profile profile = new Profile();

    @AggregateMember
    private final Inbox inbox = new Inbox();

    private String username;
    private String email;
    private boolean emailVerified;
    private boolean instanceAdmin;
    private boolean deleted;
    /** In an order that all share, lest two who are deleted at once wait for each other. */
    private final TreeSet<WorkspaceId> workspaces = new TreeSet<>(Comparator.comparing(WorkspaceId::text));

    @CommandHandler
    Account(RegisterUser command, AccountNames names) {
        names.reserve(command);
        apply(new UserRegistered(command.userId(), command.username(), command.email()))
                .andThen(() -> PersonalWorkspace.create(command.userId()));
    }

    @CommandHandlerInterceptor
    void requireRight(AccountCommand command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        if (actor != null && command instanceof GrantInstanceAdmin) {
            throw new CommandRejected(new GrantedByOperators(userId));
        }
        if (actor != null && !actor.equals(userId.text())) {
            throw new CommandRejected(new OwnAccountOnly(command.userId()));
        }
        if (deleted && !(command instanceof DeleteAccount || command instanceof EndSession)) {
            throw new CommandRejected(new NoSuchAccount(userId));
        }
    }

    @CommandHandler
    void handle(GrantInstanceAdmin command) {
        if (!instanceAdmin) {
            apply(new InstanceAdminGranted(userId));
        }
    }

    @CommandHandler
    void handle(VerifyEmail command) {
        if (!emailVerified && command.email().equalsIgnoreCase(email)) {
            apply(new EmailVerified(userId, email));
        }
    }

    @CommandHandler
    void handle(ChangeEmail command, Actor actor, AccountNames names, CommonAccounts common) {
        if (!command.email().equals(email)) {
            requireOnesOwn(common);
            names.moveEmail(userId, email, command.email());
            apply(new EmailChanged(userId, new Changed<>(email, command.email())));
        }
    }

    @CommandHandler
    void handle(RecordNewPassword command, CommonAccounts common) {
        requireOnesOwn(common);
        apply(new PasswordChanged(userId));
        sessions.endAllBut(userId, command.goesOn());
    }

    @CommandHandler
    void handle(DeleteAccount command, Actor actor, AccountNames names, CommonAccounts common, Departures departures) {
        if (deleted) {
            return;
        }
        requireOnesOwn(common);
        var all = new TreeSet<>(workspaces);
        all.add(WorkspaceId.personalOf(userId));
        departures.leave(userId, all);
        // Each event takes one from the set.
        List.copyOf(workspaces).forEach(workspace -> apply(new WorkspaceLeft(userId, workspace)));
        sessions.endAllBut(userId, Optional.empty());
        names.release(userId, username, email);
        apply(new AccountDeleted(userId));
    }

    void joined(WorkspaceId workspace) {
        if (deleted) {
            throw new CommandRejected(new NoSuchAccount(userId));
        }
        if (!workspaces.contains(workspace)) {
            apply(new WorkspaceJoined(userId, workspace));
        }
    }

    void left(WorkspaceId workspace) {
        if (workspaces.contains(workspace)) {
            apply(new WorkspaceLeft(userId, workspace));
        }
    }

    @EventSourcingHandler
    void on(UserRegistered event) {
        userId = event.userId();
        username = event.username();
        email = event.email();
    }

    @EventSourcingHandler
    void on(InstanceAdminGranted event) {
        instanceAdmin = true;
    }

    @EventSourcingHandler
    void on(EmailVerified event) {
        emailVerified = true;
    }

    @EventSourcingHandler
    void on(EmailChanged event) {
        email = event.email().to();
        emailVerified = false;
    }

    @EventSourcingHandler
    void on(WorkspaceJoined event) {
        workspaces.add(event.workspaceId());
    }

    @EventSourcingHandler
    void on(WorkspaceLeft event) {
        workspaces.remove(event.workspaceId());
    }

    @EventSourcingHandler
    void on(AccountDeleted event) {
        deleted = true;
    }

    private void requireOnesOwn(CommonAccounts common) {
        if (common.include(username)) {
            throw new CommandRejected(new DemoStays());
        }
    }

    /** Axon makes the instance that it replays events into. */
    Account() {}
}
