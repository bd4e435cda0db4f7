package io.taskledger.query.history;

import java.util.Map;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.Deed;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells events of a stream as what somebody did, with their place in the ledger. */
@Component
class Deeds {

    private final JdbcClient jdbc;

    Deeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param names of accounts, by id */
    Deed of(DomainEventMessage<?> event, Map<String, String> names) {
        var actor = actorOf(event);
        return new Deed(
                event.getPayloadType().getAnnotation(StoredAs.class).value(),
                event.getSequenceNumber(),
                position(event),
                event.getTimestamp(),
                actor == null ? null : UserId.parse(actor).orElse(null),
                actor == null ? null : names.get(actor),
                event.getMetaData().get(MetadataKeys.VIA) instanceof String via ? Via.ofStored(via) : null,
                event.getMetaData().get(MetadataKeys.ACTION_ID) instanceof String action ? action : null);
    }

    static @Nullable String actorOf(DomainEventMessage<?> event) {
        return event.getMetaData().get(MetadataKeys.ACTOR) instanceof String actor ? actor : null;
    }

    private long position(DomainEventMessage<?> event) {
        return jdbc.sql("select position from ledger.event where stream_id = :stream and sequence_number = :number")
                .param("stream", event.getAggregateIdentifier())
                .param("number", event.getSequenceNumber())
                .query(Long.class)
                .single();
    }
}
