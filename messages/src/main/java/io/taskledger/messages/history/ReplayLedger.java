package io.taskledger.messages.history;

import org.jspecify.annotations.Nullable;

/**
 * Fold the whole ledger once more and see whether what people read is what it says. For admins of the instance and the
 * system; refused to others with {@link io.taskledger.messages.projection.ProjectionRejection.NotPermitted}. Goes on after
 * it was accepted, on any node: {@link FindReplay} tells how far it has got. Writes no event.
 *
 * @param upTo by when things were recorded, or a position; null for all there is, which then is compared with what is
 *     live. A moment that the ledger cannot tell of is refused with a {@link HistoryRejection}
 */
public record ReplayLedger(ReplayId replayId, @Nullable PastMoment upTo) {

    public ReplayLedger {
        if (upTo instanceof PastMoment.Happened) {
            throw new IllegalArgumentException("events are replayed as they were recorded");
        }
    }
}
