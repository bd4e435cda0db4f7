package io.taskledger.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A reader that goes along from the start and remembers all it saw, until told that the last was written. */
final class Witness {

    private final List<String> seen = new ArrayList<>();
    private final Map<String, Long> lastOfStream = new HashMap<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private final Thread thread;
    private volatile boolean last;
    private volatile Throwable failure;

    Witness(EventStore store) {
        thread = Thread.ofPlatform().name("witness").start(() -> watch(store));
    }

    private void watch(EventStore store) {
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            boolean finishing = false;
            while (true) {
                if (stream.hasNextAvailable(1_500, TimeUnit.MILLISECONDS)) {
                    note(stream.nextAvailable());
                } else if (finishing) {
                    return;
                }
                finishing = last;
            }
        } catch (InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void note(TrackedEventMessage<?> event) {
        seen.add(event.getIdentifier());
        DomainEventMessage<?> inStream = (DomainEventMessage<?>) event;
        Long before = lastOfStream.put(inStream.getAggregateIdentifier(), inStream.getSequenceNumber());
        if (inStream.getSequenceNumber() != (before == null ? 0 : before + 1)) {
            outOfOrder.add("%s: %d after %s"
                    .formatted(inStream.getAggregateIdentifier(), inStream.getSequenceNumber(), before));
        }
    }

    /** Tells that all is written; answers when the reader has found nothing more for a while. */
    void finish() throws InterruptedException {
        last = true;
        thread.join();
        if (failure != null) {
            throw new AssertionError("A reader failed", failure);
        }
    }

    /** In the order they came. */
    List<String> seen() {
        return seen;
    }

    /** Where a stream's events did not come one after another. */
    List<String> outOfOrder() {
        return outOfOrder;
    }
}
