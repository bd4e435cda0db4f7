package io.taskledger.ledger.command;

import java.util.Optional;
import java.util.function.BiFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one stream needs to know of another: folded from the other's events and kept in memory. It takes
 * no lock, unlike loading an aggregate, so that the commands which read one stream don't wait for each other. Who adds to
 * the stream meanwhile is noticed by {@link ReloadingCommandBus}: the command is handled again, on what is true by then.
 *
 * @param <S> what is known of a stream; immutable, since all commands share it
 */
public final class FoldedStreams<S> {

    private final EventStorageEngine ledger;
    private final BiFunction<@Nullable S, Object, S> fold;
    private final Cache<String, Known<S>> known;

    private record Known<S>(S state, long version) {}

    private record FoldedRead(long version, Runnable dropping) implements CachedReads.Read {

        @Override
        public boolean unchanged() {
            return true;
        }

        @Override
        public void drop() {
            dropping.run();
        }
    }

    /**
     * Nothing is known yet.
     *
     * @param fold gives the state after an event's payload; the state before the first one is null
     * @param size of how many streams something is kept at most
     */
    public FoldedStreams(EventStorageEngine ledger, BiFunction<@Nullable S, Object, S> fold, long size) {
        this.ledger = ledger;
        this.fold = fold;
        this.known = Caffeine.newBuilder().maximumSize(size).build();
    }

    /** Empty where nothing was ever added to the stream; what the current unit of work adds is not seen. */
    public Optional<S> find(String stream) {
        Known<S> found = known.getIfPresent(stream);
        if (found == null) {
            found = read(stream);
            if (found == null) {
                return Optional.empty();
            }
            known.put(stream, found);
        }
        CachedReads.note(stream, new FoldedRead(found.version(), () -> known.invalidate(stream)));
        return Optional.of(found.state());
    }

    private @Nullable Known<S> read(String stream) {
        var events = ledger.readEvents(stream);
        S state = null;
        long version = -1;
        while (events.hasNext()) {
            var event = events.next();
            state = fold.apply(state, event.getPayload());
            version = event.getSequenceNumber();
        }
        return state == null ? null : new Known<>(state, version);
    }
}
