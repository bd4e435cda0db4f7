package io.taskledger.command.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.SessionEnded;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** One account: decides who it is, which of its sessions are open, and what it may do on the whole instance. */
// Fields are assigned where events are applied, never in a constructor.
@SuppressWarnings("NullAway.Init")
@Aggregate(type = "account", cache = "aggregateCache")
class Account {

    @AggregateIdentifier
    private UserId userId;

    private final Map<SessionId, Instant> openUntil = new HashMap<>();
    private boolean instanceAdmin;

    @CommandHandler
    Account(RegisterUser command, AccountNames names) {
        names.reserve(command);
        apply(new UserRegistered(command.userId(), command.username(), command.email()));
    }

    @CommandHandler
    void handle(StartSession command) {
        if (!openUntil.containsKey(command.sessionId())) {
            apply(new SessionStarted(userId, command.sessionId(), command.via(), command.until()));
        }
    }

    @CommandHandler
    void handle(EndSession command) {
        if (openUntil.containsKey(command.sessionId())) {
            apply(new SessionEnded(userId, command.sessionId()));
        }
    }

    @CommandHandler
    void handle(GrantInstanceAdmin command) {
        if (!instanceAdmin) {
            apply(new InstanceAdminGranted(userId));
        }
    }

    @EventSourcingHandler
    void on(UserRegistered event) {
        userId = event.userId();
    }

    @EventSourcingHandler
    void on(SessionStarted event, @Timestamp Instant at) {
        // Sessions that ran out are forgotten here, or an account of many years would carry each one.
        openUntil.values().removeIf(until -> until.isBefore(at));
        openUntil.put(event.sessionId(), event.until());
    }

    @EventSourcingHandler
    void on(SessionEnded event) {
        openUntil.remove(event.sessionId());
    }

    @EventSourcingHandler
    void on(InstanceAdminGranted event) {
        instanceAdmin = true;
    }

    /** Axon makes the instance that it replays events into. */
    Account() {}
}
