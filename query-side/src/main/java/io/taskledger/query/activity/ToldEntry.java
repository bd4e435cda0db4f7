package io.taskledger.query.activity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What is read of a row of {@link ActivityEntity}, before names are put in. */
record ToldEntry(
        String id,
        long position,
        @Nullable String actor,
        @Nullable String importedActor,
        @Nullable String via,
        String action,
        String resourceType,
        String resourceId,
        @Nullable String taskId,
        String details,
        Instant happenedAt,
        @Nullable String subject,
        @Nullable String titleSubject,
        @Nullable String actionId) {}
