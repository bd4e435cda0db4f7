package io.taskledger.ledger.command;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * A node's aggregates in memory, by reference, as Axon's caching repository keeps them (it locks each while it is used).
 * Notes in the unit of work what is taken from it, so that {@link ReloadingCommandBus} can ask whether that was the
 * stream's last state: another node may have added to it.
 *
 * <p>Wiring: a bean named in {@code @Aggregate(cache = "…")}, or {@code AggregateConfigurer.configureCache}. Not for
 * sagas.
 */
public final class AggregateCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /**
     * An empty cache.
     *
     * @param size how many aggregates it keeps at most
     */
    public AggregateCache(long size) {
        entries = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
    public <K, V> @Nullable V get(K key) {
        Object entry = entries.getIfPresent(key);
        if (entry instanceof AggregateCacheEntry<?> cached) {
            CachedReads.note(key.toString(), byReference(cached), this);
        }
        return (V) entry;
    }

    /** An entry that was never serialized gives the very aggregate it holds, and needs nothing to make one of. */
    private static EventSourcedAggregate<?> byReference(AggregateCacheEntry<?> entry) {
        return entry.recreateAggregate(null, null, null, null);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked") // as get
    public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        return (T) entries.get(key, missing -> supplier.get());
    }

    @Override
    @SuppressWarnings("unchecked") // as get
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    /** Nobody is told: the caching repository does not ask to be. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("An aggregate cache has no listeners");
    }
}
