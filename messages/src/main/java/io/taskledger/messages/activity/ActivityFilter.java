package io.taskledger.messages.activity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which activities are wanted; null wants all. What no activity has leaves none.
 *
 * @param person the account's id, or its name in any case
 * @param from by when it happened, included
 * @param to included
 */
public record ActivityFilter(
        @Nullable String resourceType,
        @Nullable String action,
        @Nullable String person,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, null);
}
