package io.taskledger.query.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

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
        return told(event, names, positions(List.of(event)));
    }

    /**
     * Several of one stream, in one question to the ledger.
     *
     * @param names of accounts, by id
     * @return what each of them tells
     */
    Function<DomainEventMessage<?>, Deed> of(Collection<DomainEventMessage<?>> events, Map<String, String> names) {
        var positions = positions(events);
        return event -> told(event, names, positions);
    }

    private static Deed told(DomainEventMessage<?> event, Map<String, String> names, Map<Long, Long> positions) {
        var actor = actorOf(event);
        return new Deed(
                event.getPayloadType().getAnnotation(StoredAs.class).value(),
                event.getSequenceNumber(),
                Objects.requireNonNull(positions.get(event.getSequenceNumber()), "a place in the ledger"),
                event.getTimestamp(),
                actor == null ? null : UserId.parse(actor).orElse(null),
                actor == null ? null : names.get(actor),
                event.getMetaData().get(MetadataKeys.VIA) instanceof String via ? Via.ofStored(via) : null,
                event.getMetaData().get(MetadataKeys.ACTION_ID) instanceof String action ? action : null);
    }

    static @Nullable String actorOf(DomainEventMessage<?> event) {
        return event.getMetaData().get(MetadataKeys.ACTOR) instanceof String actor ? actor : null;
    }

    /** Sequence number → position. */
    private Map<Long, Long> positions(Collection<DomainEventMessage<?>> events) {
        var positions = new HashMap<Long, Long>();
        var stream =
                events.stream().map(DomainEventMessage::getAggregateIdentifier).findFirst();
        stream.ifPresent(id -> jdbc.sql("""
                        select sequence_number, position from ledger.event
                        where stream_id = :stream and sequence_number = any(:numbers)""")
                .param("stream", id)
                .param(
                        "numbers",
                        events.stream()
                                .map(DomainEventMessage::getSequenceNumber)
                                .distinct()
                                .toArray(Long[]::new))
                .query(row -> {
                    positions.put(row.getLong("sequence_number"), row.getLong("position"));
                }));
        return positions;
    }
}
