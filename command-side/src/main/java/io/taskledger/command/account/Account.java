package io.taskledger.command.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import io.taskledger.command.workspace.Departures;
import io.taskledger.command.workspace.PersonalWorkspace;
import io.taskledger.command.workspace.WorkspaceState;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.PasswordChanged;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.account.AccountEvent.PreferencesChanged;
import io.taskledger.messages.account.AccountEvent.ProfileEdited;
import io.taskledger.messages.account.AccountEvent.SessionEnded;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import io.taskledger.messages.account.AccountEvent.TagColoured;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountEvent.WorkspaceJoined;
import io.taskledger.messages.account.AccountEvent.WorkspaceLeft;
import io.taskledger.messages.account.AccountRejection.DemoStays;
import io.taskledger.messages.account.AccountRejection.GrantedByOperators;
import io.taskledger.messages.account.AccountRejection.LastAdminOf;
import io.taskledger.messages.account.AccountRejection.NoSuchAccount;
import io.taskledger.messages.account.AccountRejection.OwnAccountOnly;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * One account: decides who it is, which of its sessions are open, and what it may do on the whole instance. Longer than
 * other files: it has one short method for each thing that can be asked of an account, or happen to it.
 */
// Fields are assigned where events are applied, never in a constructor.
@SuppressWarnings("NullAway.Init")
@Aggregate(type = "account", cache = "aggregateCache")
class Account {

    @AggregateIdentifier
    private UserId userId;

    private String username;
    private String email;
    private boolean emailVerified;
    private boolean instanceAdmin;
    private boolean deleted;
    private final Sessions sessions = new Sessions();
    private final Profile profile = new Profile();
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
    void handle(StartSession command) {
        if (!sessions.open(command.sessionId())) {
            apply(new SessionStarted(userId, command.sessionId(), command.via(), command.until()));
        }
    }

    @CommandHandler
    void handle(EndSession command) {
        if (sessions.open(command.sessionId())) {
            apply(new SessionEnded(userId, command.sessionId()));
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
        endSessionsBut(command.goesOn().orElse(null));
    }

    @CommandHandler
    void handle(
            DeleteAccount command,
            Actor actor,
            AccountNames names,
            CommonAccounts common,
            Workspaces all,
            Departures departures) {
        if (deleted) {
            return;
        }
        requireOnesOwn(common);
        requireNoOrphans(all);
        // Leaving takes each from the set.
        List.copyOf(workspaces).forEach(workspace -> {
            departures.leave(userId, workspace);
            apply(new WorkspaceLeft(userId, workspace));
        });
        endSessionsBut(null);
        names.release(userId, username, email);
        apply(new AccountDeleted(userId));
    }

    @CommandHandler
    void handle(EditProfile command, Actor actor) {
        profile.edited(command).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(SetPicture command, Actor actor) {
        profile.set(command).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangePreferences command, Actor actor) {
        profile.changed(command).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ColourTag command, Actor actor) {
        profile.coloured(command).ifPresent(AggregateLifecycle::apply);
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
    void on(SessionStarted event, @Timestamp Instant at) {
        sessions.started(event, at);
    }

    @EventSourcingHandler
    void on(SessionEnded event) {
        sessions.ended(event.sessionId());
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
    void on(ProfileEdited event) {
        profile.on(event);
    }

    @EventSourcingHandler
    void on(PictureSet event) {
        profile.on(event);
    }

    @EventSourcingHandler
    void on(PreferencesChanged event) {
        profile.on(event);
    }

    @EventSourcingHandler
    void on(TagColoured event) {
        profile.on(event);
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

    private void endSessionsBut(@Nullable SessionId goesOn) {
        sessions.open().stream()
                .filter(session -> !session.equals(goesOn))
                .forEach(session -> apply(new SessionEnded(userId, session)));
    }

    private void requireOnesOwn(CommonAccounts common) {
        if (common.include(username)) {
            throw new CommandRejected(new DemoStays());
        }
    }

    private void requireNoOrphans(Workspaces all) {
        var orphans = workspaces.stream()
                .flatMap(workspace -> all.find(workspace).stream())
                .filter(workspace -> workspace.leavesOthersWithoutAdmin(userId))
                .map(WorkspaceState::name)
                .filter(Objects::nonNull)
                .toList();
        if (!orphans.isEmpty()) {
            throw new CommandRejected(new LastAdminOf(orphans));
        }
    }

    /** Axon makes the instance that it replays events into. */
    Account() {}
}
