package io.taskledger.messages.history;

import java.time.Instant;

import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.TaskDetails;
import org.jspecify.annotations.Nullable;

/**
 * A task as one event left it.
 *
 * @param task as it was, its comments included; only names, and what who asks may do with it, are those of now
 * @param event the stored name of what made it so, such as {@code task.completed}
 * @param name that it was given; null where it has none
 * @param position of the event in the ledger
 * @param happenedAt since when it was so, by the clock of the one who did it
 * @param recordedAt by the ledger's clock
 * @param until when the next version began, in a list the next one of the list; null for the latest
 * @param actor null where the system itself acted, or somebody of an imported file, who has no account here
 * @param actorName as it is now, or the imported file called them; null where the system acted, or the account is not
 *     known any more
 * @param via through what it was done; null where the event does not say
 * @param actionId what one person did at once has one; null where the event does not say
 */
public record TaskVersion(
        TaskDetails task,
        String event,
        @Nullable String name,
        long position,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable Instant until,
        @Nullable UserId actor,
        @Nullable String actorName,
        @Nullable Via via,
        @Nullable String actionId) {}
