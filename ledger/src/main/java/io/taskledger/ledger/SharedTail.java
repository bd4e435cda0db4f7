package io.taskledger.ledger;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What the readers of a node read at the ledger's end, read once and deserialized once for all of them: they are woken
 * together and stand at the same position. A batch is given to others only while it is as new as their own would have to
 * be: it was read after the ring that woke them. What they get may not be changed.
 */
final class SharedTail {

    private static final int BATCHES = 4;

    /** Long enough for all who were woken together, and not for a batch to lie in memory. */
    private static final Duration SHARED_FOR = Duration.ofSeconds(2);

    private final LedgerEventStorageEngine engine;
    private final Cache<Place, TailBatch> batches = Caffeine.newBuilder()
            .maximumSize(BATCHES)
            .expireAfterWrite(SHARED_FOR)
            .build();

    /** @param ring how often the readers had been woken when the batch was asked for */
    private record Place(long position, long ring) {}

    SharedTail(LedgerEventStorageEngine engine) {
        this.engine = engine;
    }

    /** The next batch after the position, for a reader that nobody has woken yet. */
    TailBatch now(long position) {
        return engine.readAfter(position);
    }

    /**
     * The next batch after the position, for a reader that was woken.
     *
     * @param ring of the bell, taken before; all that was committed before it is in the batch
     */
    TailBatch after(long position, long ring) {
        Place place = new Place(position, ring);
        TailBatch batch = batches.get(place, here -> engine.readAfter(here.position()));
        if (batch.more() || batch.heldBack()) {
            // A full one is of a reader far behind. One that is held back is looked at again without a ring.
            batches.invalidate(place);
        }
        return batch;
    }
}
