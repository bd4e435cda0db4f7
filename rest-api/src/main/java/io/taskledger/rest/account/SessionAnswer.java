package io.taskledger.rest.account;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.Via;
import io.taskledger.rest.WireInstant;
import io.taskledger.security.session.SessionDetails;
import org.jspecify.annotations.Nullable;

/** One's own session. */
@Schema(name = "Session")
@JsonPropertyOrder({"id", "kind", "created_at", "last_used_at", "expires_at", "device", "network", "current"})
record SessionAnswer(
        String id,

        @Schema(
                allowableValues = {"browser", "rest"},
                description = "Through what it was begun: our own screens, or this API")
        Via kind,

        @JsonProperty("created_at") @WireInstant Instant createdAt,

        @Schema(description = "To some minutes") @JsonProperty("last_used_at") @WireInstant
        Instant lastUsedAt,

        @JsonProperty("expires_at") @WireInstant Instant expiresAt,

        @Schema(nullable = true, description = "In a few words; null where the program did not say") @Nullable
        String device,

        @Schema(nullable = true, description = "That it was begun from, never a single address") @Nullable
        String network,

        @Schema(description = "Whether it is the one that asks")
        boolean current) {

    static SessionAnswer of(SessionDetails session) {
        return new SessionAnswer(
                session.sessionId().text(),
                session.via(),
                session.createdAt(),
                session.lastUsedAt(),
                session.until(),
                session.device(),
                session.network(),
                session.current());
    }
}
