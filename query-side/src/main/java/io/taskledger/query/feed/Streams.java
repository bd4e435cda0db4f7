package io.taskledger.query.feed;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Where an event belongs. */
public final class Streams {

    private Streams() {}

    /** The stream's id, which is also what dead letters are queued under; an event of no stream is one of its own. */
    public static String of(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> inStream
                ? inStream.getAggregateIdentifier()
                : event.getIdentifier();
    }

    /** The event's position in the ledger. */
    public static long position(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }
}
