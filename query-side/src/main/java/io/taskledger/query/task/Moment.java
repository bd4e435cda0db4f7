package io.taskledger.query.task;

import java.time.Instant;

import io.taskledger.messages.MetadataKeys;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * When and where in the ledger something happened.
 *
 * @param version sequence number in the task's stream, from 0
 * @param position in the ledger
 * @param importedActor what an imported file calls who did it; null where that was the actor
 */
record Moment(
        Instant at, long version, long position, @Nullable String importedActor) {

    static Moment of(DomainEventMessage<?> event, TrackingToken token) {
        return new Moment(
                event.getTimestamp(),
                event.getSequenceNumber(),
                token.position().orElseThrow(),
                event.getMetaData().get(MetadataKeys.IMPORTED_ACTOR) instanceof String name ? name : null);
    }
}
