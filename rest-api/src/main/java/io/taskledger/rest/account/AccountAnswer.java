package io.taskledger.rest.account;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.rest.WireInstant;
import io.taskledger.security.token.RenewableSessions;
import io.taskledger.security.token.RenewableSessions.Renewal;
import org.jspecify.annotations.Nullable;

/**
 * One's own account, as the contract spells it.
 *
 * @param avatarUrl relative to the API's base; null without a picture
 * @param displayName null where the username is shown
 * @param timeZone null for the browser's
 * @param language null for the browser's
 */
@JsonPropertyOrder({
    "id",
    "username",
    "email",
    "avatar_url",
    "email_verified",
    "created_at",
    "display_name",
    "time_zone",
    "language"
})
record AccountAnswer(
        String id,
        String username,
        String email,
        @Nullable @JsonProperty("avatar_url") String avatarUrl,
        @JsonProperty("email_verified") boolean emailVerified,
        @JsonProperty("created_at") @WireInstant Instant createdAt,
        @Nullable @JsonProperty("display_name") String displayName,
        @Nullable @JsonProperty("time_zone") String timeZone,
        @Nullable String language) {

    /** @param avatarUrl null without a picture */
    static AccountAnswer of(AccountDetails account, @Nullable String avatarUrl) {
        return new AccountAnswer(
                account.userId().text(),
                account.username(),
                account.email(),
                avatarUrl,
                account.emailVerified(),
                account.createdAt(),
                account.displayName(),
                account.zone(),
                account.language());
    }

    /** What registration tells of a new account. */
    @JsonPropertyOrder({"id", "username", "email", "created_at"})
    record Registered(
            String id,
            String username,
            String email,
            @JsonProperty("created_at") @WireInstant Instant createdAt) {}

    /** @param expiresIn seconds; null, as the refresh token, for who did not ask to refresh */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"access_token", "token_type", "expires_in", "refresh_token"})
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @Nullable @JsonProperty("expires_in") Long expiresIn,
            @Nullable @JsonProperty("refresh_token") String refreshToken) {

        static Token of(String accessToken) {
            return new Token(accessToken, "bearer", null, null);
        }

        static Token of(Renewal renewal) {
            return new Token(
                    renewal.accessToken(), "bearer", RenewableSessions.ACCESS.toSeconds(), renewal.refreshToken());
        }
    }

    record Message(String message) {}

    /** @param avatarUrl relative to the API's base */
    @Schema(name = "Avatar")
    record Avatar(@JsonProperty("avatar_url") String avatarUrl) {}
}
