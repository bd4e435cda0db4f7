package io.taskledger.query.activity;

import java.time.Instant;

import io.taskledger.messages.MetadataKeys;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * When, where and by whom an event was caused.
 *
 * @param actor null where the system itself acted
 * @param actionId null where the ledger does not say
 */
record Occurrence(
        String eventId,
        String stream,
        long position,
        Instant at,
        @Nullable String actor,
        @Nullable String via,
        @Nullable String actionId) {

    static Occurrence of(DomainEventMessage<?> event, TrackingToken token) {
        return new Occurrence(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                token.position().orElseThrow(),
                event.getTimestamp(),
                text(event, MetadataKeys.ACTOR),
                text(event, MetadataKeys.VIA),
                text(event, MetadataKeys.ACTION_ID));
    }

    /** The same, done by this person where nobody was signed in. */
    Occurrence byDefault(String person) {
        return actor != null ? this : new Occurrence(eventId, stream, position, at, person, via, actionId);
    }

    private static @Nullable String text(DomainEventMessage<?> event, String key) {
        return event.getMetaData().get(key) instanceof String text ? text : null;
    }
}
