package io.taskledger.messages.history;

import java.time.Instant;

import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import org.jspecify.annotations.Nullable;

/**
 * One event of a task: what was done, by whom and when.
 *
 * @param event its stored name, such as {@code task.edited}
 * @param version its sequence number in the task's stream
 * @param position in the ledger
 * @param at when it happened
 * @param actor null where the system acted, or somebody of an imported file, who has no account here
 * @param actorName as it is now, or the imported file called them; null where the system acted, or the account is not known
 *     any more
 * @param via null where the event does not say
 * @param actionId null where the event does not say
 */
public record Deed(
        String event,
        long version,
        long position,
        Instant at,
        @Nullable UserId actor,
        @Nullable String actorName,
        @Nullable Via via,
        @Nullable String actionId) {}
