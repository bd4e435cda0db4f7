package io.taskledger.ledger;

import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.ledger.EventInsert.Appended;
import org.jspecify.annotations.Nullable;

/**
 * When the last events of streams happened, of those that this node wrote: it need not ask for what it knows. Of committed
 * events only, which never change; so what is known of a place in a stream holds, whoever has gone on from there.
 */
final class StreamTimes {

    private final Cache<String, Appended> last =
            Caffeine.newBuilder().maximumSize(10_000).build();

    void committed(Appended event) {
        String stream = event.stream();
        if (stream != null) {
            last.put(stream, event);
        }
    }

    /** Null where it is not known. */
    @Nullable
    Instant of(String stream, long sequenceNumber) {
        Appended event = last.getIfPresent(stream);
        return event != null && event.sequenceNumber() == sequenceNumber ? event.happenedAt() : null;
    }
}
