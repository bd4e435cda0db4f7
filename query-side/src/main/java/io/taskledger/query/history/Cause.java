package io.taskledger.query.history;

import java.time.Instant;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.StoredAs;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * What made a version: which event, when, where in the ledger and by whom.
 *
 * @param event its stored name
 * @param version its sequence number in the task's stream, from 0
 * @param actor null where the system itself acted
 * @param importedActor what an imported file calls who did it; null where it was the actor
 * @param actionId null where the ledger does not say
 */
record Cause(
        String event,
        long version,
        long position,
        Instant at,
        @Nullable String actor,
        @Nullable String importedActor,
        @Nullable String via,
        @Nullable String actionId) {

    static Cause of(DomainEventMessage<?> event, TrackingToken token) {
        return new Cause(
                event.getPayloadType().getAnnotation(StoredAs.class).value(),
                event.getSequenceNumber(),
                token.position().orElseThrow(),
                event.getTimestamp(),
                text(event, MetadataKeys.ACTOR),
                text(event, MetadataKeys.IMPORTED_ACTOR),
                text(event, MetadataKeys.VIA),
                text(event, MetadataKeys.ACTION_ID));
    }

    private static @Nullable String text(DomainEventMessage<?> event, String key) {
        return event.getMetaData().get(key) instanceof String text ? text : null;
    }
}
