package io.taskledger.messages.account;

import java.time.Instant;

import io.taskledger.messages.UserId;

/** An account as its owner sees it. */
public record AccountDetails(
        UserId userId,
        String username,
        String email,
        boolean emailVerified,
        boolean instanceAdmin,
        Instant createdAt) {}
