package io.taskledger.rest.admin;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that waits, on the wire.
 *
 * @param event as stored: JSON, or a text where it cannot be read as that
 * @param cause null where it only waits behind another of its stream
 */
@JsonPropertyOrder({
    "id",
    "projection",
    "stream",
    "position",
    "type",
    "event_id",
    "happened_at",
    "enqueued_at",
    "event",
    "cause"
})
public record DeadLetterAnswer(
        String id,
        String projection,
        String stream,
        long position,
        String type,
        @JsonProperty("event_id") String eventId,
        @JsonProperty("happened_at") @WireInstant Instant happenedAt,
        @JsonProperty("enqueued_at") @WireInstant Instant enqueuedAt,
        Object event,
        @Nullable String cause) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static DeadLetterAnswer of(DeadLetter letter) {
        return new DeadLetterAnswer(
                letter.id(),
                letter.projection().name(),
                letter.stream(),
                letter.position(),
                letter.type(),
                letter.eventId(),
                letter.happenedAt(),
                letter.enqueuedAt(),
                readable(letter.json()),
                letter.cause().orElse(null));
    }

    /** What cannot be read may be the very reason why it waits. */
    private static Object readable(String stored) {
        try {
            return JSON.readValue(stored, Object.class);
        } catch (JacksonException broken) {
            return stored;
        }
    }
}
