package io.taskledger.ledger.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What a unit of work, nested ones included, took from caches instead of from the ledger. */
final class CachedReads {

    private static final String RESOURCE = CachedReads.class.getName();

    private final Map<String, List<Read>> reads = new HashMap<>();

    /** A stream in the state that somebody had in memory. */
    interface Read {

        /** Sequence number of the last event that the state knew. */
        long version();

        /** Whether nothing was added to it since, by the unit of work itself. */
        boolean unchanged();

        /** Has it read anew from the ledger the next time. */
        void drop();
    }

    /** @param version the sequence number of the last event in the aggregate when it was taken */
    private record OfAggregate(EventSourcedAggregate<?> aggregate, long version, Runnable dropping) implements Read {

        @Override
        public boolean unchanged() {
            Long now = aggregate.version();
            return now != null && now == version;
        }

        @Override
        public void drop() {
            dropping.run();
        }
    }

    static CachedReads of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new CachedReads());
    }

    /** Notes that the current unit of work, if there is one, reads the aggregate from the cache. */
    static void note(String stream, EventSourcedAggregate<?> aggregate, AggregateCache cache) {
        Long version = aggregate.version();
        if (version != null) {
            note(stream, new OfAggregate(aggregate, version, () -> cache.remove(stream)));
        }
    }

    /** Notes what the current unit of work, if there is one, reads of a stream; the first time counts. */
    static void note(String stream, Read read) {
        if (CurrentUnitOfWork.isStarted()) {
            List<Read> ofStream =
                    of(CurrentUnitOfWork.get()).reads.computeIfAbsent(stream, first -> new ArrayList<>(1));
            if (ofStream.stream().noneMatch(earlier -> earlier.getClass() == read.getClass())) {
                ofStream.add(read);
            }
        }
    }

    /** Where all streams ended that were read. */
    Map<String, Long> all() {
        Map<String, Long> seen = new HashMap<>();
        reads.forEach((stream, ofStream) -> ofStream.forEach(read -> seen.merge(stream, read.version(), Math::min)));
        return seen;
    }

    /** Where those ended that nothing was added to: the unique index settles the others. */
    Map<String, Long> onlyRead() {
        Map<String, Long> seen = new HashMap<>();
        reads.forEach((stream, ofStream) -> ofStream.stream()
                .filter(Read::unchanged)
                .forEach(read -> seen.merge(stream, read.version(), Math::min)));
        return seen;
    }

    /** Drops what is cached of the streams, and that it was read: the next attempt may be of the same unit of work. */
    void forget(Set<String> streams) {
        streams.forEach(stream -> {
            List<Read> ofStream = reads.remove(stream);
            if (ofStream != null) {
                ofStream.forEach(Read::drop);
            }
        });
    }
}
