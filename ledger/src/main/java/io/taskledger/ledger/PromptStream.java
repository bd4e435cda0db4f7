package io.taskledger.ledger;

import org.axonframework.eventhandling.TrackingEventStream;

/** A stream of the ledger's that can be told that somebody waits for its reader. */
public interface PromptStream extends TrackingEventStream {

    /**
     * Wakes this stream within a few milliseconds, however thick and fast commits come. All that was committed before
     * the call is found then.
     */
    void lookSoon();
}
