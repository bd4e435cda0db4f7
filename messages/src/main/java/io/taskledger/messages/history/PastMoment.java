package io.taskledger.messages.history;

import java.time.Instant;

/** How far what happened counts; what comes after it does not. */
public sealed interface PastMoment {

    /** All that had happened by then, by the clocks of those who did it; an import tells of times long before it. */
    record Happened(Instant at) implements PastMoment {}

    /** All that the ledger had recorded by then, by its own clock: what a reader could have seen at that time. */
    record Recorded(Instant at) implements PastMoment {}

    /** The ledger up to this position, included. */
    record Position(long position) implements PastMoment {}
}
