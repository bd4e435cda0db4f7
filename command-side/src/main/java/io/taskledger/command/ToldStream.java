package io.taskledger.command;

import java.time.Instant;
import java.util.Objects;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection.PastIsClosed;
import io.taskledger.messages.Via;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a stream's past closed: only the import that began the stream tells of times gone by, in their order, and only
 * until somebody else has written to it.
 */
public final class ToldStream {

    /** The action whose events are all that there is; null where the stream is no import's, or not its alone. */
    private @Nullable String teller;

    private boolean begun;
    private Instant last = Instant.MIN;

    /** @param action whose command it is */
    public void require(Instant at, String action) {
        if (!action.equals(teller) || at.isBefore(last)) {
            throw new CommandRejected(new PastIsClosed(at));
        }
    }

    @EventSourcingHandler
    void on(
            Object event,
            @Timestamp Instant at,
            @MetaDataValue(MetadataKeys.ACTION_ID) @Nullable String action,
            @MetaDataValue(MetadataKeys.VIA) @Nullable String via) {
        if (!begun) {
            teller = Via.IMPORT.stored().equals(via) ? action : null;
        } else if (!Objects.equals(teller, action)) {
            teller = null;
        }
        begun = true;
        last = at;
    }
}
