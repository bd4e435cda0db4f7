package io.taskledger.messages.history;

import java.util.Optional;

/**
 * A replay of the whole ledger while it goes on, and what came of it.
 *
 * @param eventsDone read or folded so far; each projection's count
 * @param eventsTotal 0 before they are counted
 * @param report empty until it has ended
 * @param failure why it could not be done, a sentence; empty where nothing is wrong
 */
public record ReplayRun(
        ReplayId replayId,
        State state,
        long eventsDone,
        long eventsTotal,
        Optional<LedgerReplay> report,
        Optional<String> failure) {

    public enum State {
        /** No node has taken it yet. */
        WAITING,
        REPLAYING,
        ENDED,
        FAILED
    }
}
