package io.taskledger.messages.account;

import java.time.Instant;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told by mail, as they see it.
 *
 * @param zone of the tz database, in which the quiet hours are meant; null for UTC
 * @param changedAt null where nothing was ever said
 */
public record OwnPreferences(
        UserId userId,
        boolean emailVerified,
        Preferences preferences,
        @Nullable String zone,
        @Nullable Instant changedAt) {}
