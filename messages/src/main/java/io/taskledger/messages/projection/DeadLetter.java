package io.taskledger.messages.projection;

import java.time.Instant;
import java.util.Optional;

/**
 * An event that a projection could not handle, or that waits behind one of its stream that could not be handled.
 *
 * @param stream of the event; the others of that stream wait, all other streams go on
 * @param position of the event in the ledger
 * @param type as stored, such as {@code task.completed}
 * @param json the event as stored
 * @param cause what went wrong; empty where it only waits behind another
 */
public record DeadLetter(
        String id,
        ProjectionId projection,
        String stream,
        long position,
        String type,
        String eventId,
        Instant happenedAt,
        Instant enqueuedAt,
        String json,
        Optional<String> cause) {}
