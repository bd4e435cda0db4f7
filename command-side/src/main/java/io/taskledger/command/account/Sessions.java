package io.taskledger.command.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountEvent.SessionEnded;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** Those of an account's sessions that nobody has ended. */
final class Sessions {

    private final Map<SessionId, Instant> openUntil = new LinkedHashMap<>();

    @CommandHandler
    void handle(StartSession command) {
        if (!openUntil.containsKey(command.sessionId())) {
            apply(new SessionStarted(command.userId(), command.sessionId(), command.via(), command.until()));
        }
    }

    @CommandHandler
    void handle(EndSession command) {
        if (openUntil.containsKey(command.sessionId())) {
            apply(new SessionEnded(command.userId(), command.sessionId()));
        }
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

    /** Oldest first. */
    void endAllBut(UserId whose, Optional<SessionId> goesOn) {
        List.copyOf(openUntil.keySet()).stream()
                .filter(session -> !goesOn.equals(Optional.of(session)))
                .forEach(session -> apply(new SessionEnded(whose, session)));
    }
}
