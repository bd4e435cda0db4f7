package io.taskledger.query.activity;

import java.time.Instant;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Via;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * When, where and by whom an event was caused.
 *
 * @param actor null where the system itself acted
 * @param importedActor what an imported file calls who did it; null where it was the actor
 * @param actionId null where the ledger does not say. An import is one action; what it tells of each time is one of its own
 */
record Occurrence(
        String eventId,
        String stream,
        long position,
        Instant at,
        @Nullable String actor,
        @Nullable String importedActor,
        @Nullable String via,
        @Nullable String actionId) {

    static Occurrence of(DomainEventMessage<?> event, TrackingToken token) {
        return new Occurrence(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                token.position().orElseThrow(),
                event.getTimestamp(),
                text(event, MetadataKeys.ACTOR),
                text(event, MetadataKeys.IMPORTED_ACTOR),
                text(event, MetadataKeys.VIA),
                action(event));
    }

    /** The same, done by this person where nobody was signed in. */
    Occurrence byDefault(String person) {
        return actor != null ? this : new Occurrence(eventId, stream, position, at, person, null, via, actionId);
    }

    private static @Nullable String action(DomainEventMessage<?> event) {
        var action = text(event, MetadataKeys.ACTION_ID);
        return action != null && Via.IMPORT.stored().equals(text(event, MetadataKeys.VIA))
                ? action + " " + event.getTimestamp()
                : action;
    }

    private static @Nullable String text(DomainEventMessage<?> event, String key) {
        return event.getMetaData().get(key) instanceof String text ? text : null;
    }
}
