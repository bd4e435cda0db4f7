package io.taskledger.messages.activity;

import java.time.Instant;
import java.util.Map;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, which may have taken several events.
 *
 * @param id of the first of its events
 * @param position of that event in the ledger
 * @param actor null where the system itself acted, or somebody of an imported file, who has no account here
 * @param actorName as the account is called now, or the imported file called them; null where the system acted, and where
 *     the account is gone
 * @param via through what it was done; null where the ledger does not say
 * @param action in the past tense, lower case: {@code created}
 * @param resourceType what it was done to: {@code task}
 * @param taskId the task that it was about; null for what is about none
 * @param details by names that the contract gives them: texts, numbers, flags, lists and maps of those
 * @param happenedAt by the clock of the one who did it
 * @param recordedAt by the ledger's clock
 * @param actionId what one person did at once has one; null where the ledger does not say
 */
public record Activity(
        String id,
        long position,
        @Nullable UserId actor,
        @Nullable String actorName,
        @Nullable Via via,
        String action,
        String resourceType,
        String resourceId,
        @Nullable TaskId taskId,
        Map<String, @Nullable Object> details,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable ActionId actionId) {

    /** One by itself. */
    public Activity(
            String id,
            long position,
            @Nullable UserId actor,
            @Nullable String actorName,
            @Nullable Via via,
            String action,
            String resourceType,
            String resourceId,
            @Nullable TaskId taskId,
            Map<String, @Nullable Object> details,
            Instant happenedAt,
            Instant recordedAt) {
        this(
                id,
                position,
                actor,
                actorName,
                via,
                action,
                resourceType,
                resourceId,
                taskId,
                details,
                happenedAt,
                recordedAt,
                null);
    }
}
