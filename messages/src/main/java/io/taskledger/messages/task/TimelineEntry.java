package io.taskledger.messages.task;

import java.time.Instant;

import io.taskledger.messages.Via;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a task.
 *
 * @param version sequence number of the event in the task's stream, from 0
 * @param position of the event in the ledger
 * @param happenedAt by the clock of the one who did it
 * @param recordedAt by the ledger's clock
 * @param actorName the account's name as it is now; null where the system acted
 * @param via through what it was done; null where the event does not say
 */
public record TimelineEntry(
        String eventId,
        long version,
        long position,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable String actorId,
        @Nullable String actorName,
        @Nullable Via via,
        TaskEvent event) {}
