package io.taskledger.query.activity;

import java.time.Instant;
import java.util.List;

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
 * @param actionId null where the ledger does not say
 * @param compensation the metadata's key under which the compensated action is named; null where there is none
 * @param compensates that action; null where there is none
 */
record Occurrence(
        String eventId,
        String stream,
        long position,
        Instant at,
        @Nullable String actor,
        @Nullable String importedActor,
        @Nullable String via,
        @Nullable String actionId,
        @Nullable String compensation,
        @Nullable String compensates) {

    private static final List<String> COMPENSATIONS = List.of(MetadataKeys.UNDOES, MetadataKeys.REDOES);

    static Occurrence of(DomainEventMessage<?> event, TrackingToken token) {
        var compensation = COMPENSATIONS.stream()
                .filter(key -> text(event, key) != null)
                .findFirst()
                .orElse(null);
        return new Occurrence(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                token.position().orElseThrow(),
                event.getTimestamp(),
                text(event, MetadataKeys.ACTOR),
                text(event, MetadataKeys.IMPORTED_ACTOR),
                text(event, MetadataKeys.VIA),
                text(event, MetadataKeys.ACTION_ID),
                compensation,
                compensation == null ? null : text(event, compensation));
    }

    /** The same, done by this person where nobody was signed in. */
    Occurrence byDefault(String person) {
        return actor != null
                ? this
                : new Occurrence(eventId, stream, position, at, person, null, via, actionId, compensation, compensates);
    }

    /** What joins events to one entry. An import is one action; what it tells of each time is an entry of its own. */
    @Nullable
    String deed() {
        return actionId != null && Via.IMPORT.stored().equals(via) ? actionId + " " + at : actionId;
    }

    private static @Nullable String text(DomainEventMessage<?> event, String key) {
        return event.getMetaData().get(key) instanceof String text ? text : null;
    }
}
