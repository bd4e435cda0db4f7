package io.taskledger.query.task;

import java.time.Instant;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * When and where in the ledger something happened.
 *
 * @param version sequence number in the task's stream, from 0
 * @param position in the ledger
 */
record Moment(Instant at, long version, long position) {

    static Moment of(DomainEventMessage<?> event, TrackingToken token) {
        return new Moment(
                event.getTimestamp(),
                event.getSequenceNumber(),
                token.position().orElseThrow());
    }
}
