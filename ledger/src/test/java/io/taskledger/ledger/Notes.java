package io.taskledger.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.NamedTypeSerializer;
import io.taskledger.ledger.type.StoredType;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Events to write in tests, and how they are stored. */
public final class Notes {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public record Noted(String text) {}

    public record NoteStruck(String reason, int strength) {}

    private Notes() {}

    public static Serializer serializer() {
        return new NamedTypeSerializer(
                Jackson3Serializer.builder().build(),
                EventTypes.of(Map.of(
                        Noted.class,
                        StoredType.first("note.noted"),
                        NoteStruck.class,
                        new StoredType("note.struck", "2"))));
    }

    public static DomainEventMessage<?> note(String stream, long sequence) {
        return note(stream, sequence, new Noted("no. " + sequence), NOON);
    }

    public static DomainEventMessage<?> note(String stream, long sequence, Object payload, Instant at) {
        return new GenericDomainEventMessage<>(
                "Note",
                stream,
                sequence,
                payload,
                MetaData.with("actor", "user-1"),
                UUID.randomUUID().toString(),
                at);
    }

    public static EventMessage<?> alone(String text) {
        return GenericEventMessage.asEventMessage(new Noted(text));
    }
}
