package io.taskledger.messages.task;

import java.time.Instant;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a task is shared with.
 *
 * @param id names the share: one for each task and person
 * @param username null where the account is not known any more
 */
public record TaskShare(
        String id, TaskId taskId, UserId with, @Nullable String username, Permission permission, Instant sharedAt) {}
