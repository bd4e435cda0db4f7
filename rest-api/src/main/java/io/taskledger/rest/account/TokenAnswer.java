package io.taskledger.rest.account;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.rest.WireInstant;
import io.taskledger.security.Scope;
import io.taskledger.security.token.PersonalTokens.NewToken;
import io.taskledger.security.token.TokenDetails;
import org.jspecify.annotations.Nullable;

/** One's own token for a program, without what is secret. */
@Schema(name = "PersonalToken")
@JsonPropertyOrder({"id", "name", "scopes", "created_at", "last_used_at", "expires_at"})
record TokenAnswer(
        String id,
        String name,
        List<String> scopes,
        @JsonProperty("created_at") @WireInstant Instant createdAt,

        @Schema(nullable = true, description = "To some minutes; null where it never was")
        @Nullable
        @JsonProperty("last_used_at")
        @WireInstant
        Instant lastUsedAt,

        @JsonProperty("expires_at") @WireInstant Instant expiresAt) {

    static TokenAnswer of(TokenDetails token) {
        return new TokenAnswer(
                token.id().text(),
                token.name(),
                token.scopes().stream().sorted().map(Scope::text).toList(),
                token.createdAt(),
                token.lastUsedAt().equals(token.createdAt()) ? null : token.lastUsedAt(),
                token.until());
    }

    /** With the secret, this once. */
    @Schema(name = "NewPersonalToken")
    @JsonPropertyOrder({"id", "name", "token", "scopes", "created_at", "expires_at"})
    record Made(
            String id,
            String name,

            @Schema(description = "The token itself, told this once")
            String token,

            List<String> scopes,
            @JsonProperty("created_at") @WireInstant Instant createdAt,
            @JsonProperty("expires_at") @WireInstant Instant expiresAt) {

        static Made of(NewToken made) {
            var token = TokenAnswer.of(made.details());
            return new Made(token.id, token.name, made.secret(), token.scopes, token.createdAt, token.expiresAt);
        }
    }
}
