package io.taskledger.ledger.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What a unit of work, nested ones included, took from caches instead of from the ledger. */
final class CachedReads {

    private static final String RESOURCE = CachedReads.class.getName();

    private final Map<String, Read> reads = new HashMap<>();

    /** @param version the sequence number of the last event in the aggregate when it was taken */
    private record Read(EventSourcedAggregate<?> aggregate, long version, AggregateCache cache) {

        boolean unchanged() {
            Long now = aggregate.version();
            return now != null && now == version;
        }
    }

    static CachedReads of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new CachedReads());
    }

    /** Notes that the current unit of work, if there is one, reads the aggregate from the cache. */
    static void note(String stream, EventSourcedAggregate<?> aggregate, AggregateCache cache) {
        Long version = aggregate.version();
        if (version != null && CurrentUnitOfWork.isStarted()) {
            of(CurrentUnitOfWork.get()).reads.putIfAbsent(stream, new Read(aggregate, version, cache));
        }
    }

    /** Where all streams ended that were read. */
    Map<String, Long> all() {
        Map<String, Long> seen = new HashMap<>();
        reads.forEach((stream, read) -> seen.put(stream, read.version()));
        return seen;
    }

    /** Where those ended that nothing was added to: the unique index settles the others. */
    Map<String, Long> onlyRead() {
        Map<String, Long> seen = new HashMap<>();
        reads.forEach((stream, read) -> {
            if (read.unchanged()) {
                seen.put(stream, read.version());
            }
        });
        return seen;
    }

    /** Drops what is cached of the streams, and that it was read: the next attempt may be of the same unit of work. */
    void forget(Set<String> streams) {
        streams.forEach(stream -> {
            Read read = reads.remove(stream);
            if (read != null) {
                read.cache().remove(stream);
            }
        });
    }
}
