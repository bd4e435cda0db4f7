package io.taskledger.messages.account;

import java.time.Instant;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it.
 *
 * @param displayName null where the username is shown
 * @param zone of the tz database; null for the browser's
 * @param language as BCP 47 has it; null for the browser's
 * @param picture digest of the picture in the store, 64 hexadecimal digits; null where there is none
 */
public record AccountDetails(
        UserId userId,
        String username,
        String email,
        boolean emailVerified,
        boolean instanceAdmin,
        @Nullable String displayName,
        @Nullable String zone,
        @Nullable String language,
        @Nullable String picture,
        Instant createdAt) {

    /** One who has said nothing of themselves yet. */
    public static AccountDetails fresh(UserId userId, String username, String email, Instant createdAt) {
        return new AccountDetails(userId, username, email, false, false, null, null, null, null, createdAt);
    }
}
