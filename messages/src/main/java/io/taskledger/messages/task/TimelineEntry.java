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
 * @param actorId null where the system acted, or somebody of an imported file, who has no account here
 * @param actorName the account's name as it is now, or what the imported file calls them; null where the system acted
 * @param via through what it was done; null where the event does not say
 * @param actionId what one person did at once has one; null where the event does not say
 * @param otherName of whom it was shared with or assigned to, as it is now; null where it concerns nobody else
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
        @Nullable String actionId,
        @Nullable String otherName,
        TaskEvent event) {

    /** Of which no more is known. */
    public TimelineEntry(
            String eventId,
            long version,
            long position,
            Instant happenedAt,
            Instant recordedAt,
            @Nullable String actorId,
            @Nullable String actorName,
            @Nullable Via via,
            TaskEvent event) {
        this(eventId, version, position, happenedAt, recordedAt, actorId, actorName, via, null, null, event);
    }
}
