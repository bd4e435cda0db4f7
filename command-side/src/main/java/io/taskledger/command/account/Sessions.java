package io.taskledger.command.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.SessionId;
import io.taskledger.messages.account.AccountEvent.SessionStarted;

/** Those of an account's sessions that nobody has ended. */
final class Sessions {

    private final Map<SessionId, Instant> openUntil = new LinkedHashMap<>();

    boolean open(SessionId session) {
        return openUntil.containsKey(session);
    }

    /** Oldest first. */
    List<SessionId> open() {
        return List.copyOf(openUntil.keySet());
    }

    void started(SessionStarted event, Instant at) {
        // Sessions that ran out are forgotten here, or an account of many years would carry each one.
        openUntil.values().removeIf(until -> until.isBefore(at));
        openUntil.put(event.sessionId(), event.until());
    }

    void ended(SessionId session) {
        openUntil.remove(session);
    }
}
