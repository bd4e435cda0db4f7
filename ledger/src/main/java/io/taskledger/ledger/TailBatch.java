package io.taskledger.ledger;

import java.util.List;

import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What a reader gets at once.
 *
 * @param events in the ledger's order, upcast
 * @param position of the last event read, also where an upcaster left nothing of it
 * @param more the batch was full
 * @param heldBack later events are there, but an open append may still come before them
 */
record TailBatch(List<? extends TrackedEventMessage<?>> events, long position, boolean more, boolean heldBack) {}
