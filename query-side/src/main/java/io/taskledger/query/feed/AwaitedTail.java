package io.taskledger.query.feed;

import java.time.Duration;
import java.time.Instant;

import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.ledger.PromptStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The ledger as one feed reads it, which can be told that somebody waits for the feed. */
final class AwaitedTail implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final LedgerEventStore ledger;
    private volatile @Nullable PromptStream open;

    AwaitedTail(LedgerEventStore ledger) {
        this.ledger = ledger;
    }

    /** Nothing where the feed is not reading. */
    void lookSoon() {
        var stream = open;
        if (stream != null) {
            stream.lookSoon();
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        var stream = ledger.openStream(token);
        open = stream;
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return ledger.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return ledger.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return ledger.createTokenAt(dateTime);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return ledger.createTokenSince(duration);
    }
}
