package io.taskledger.messages.task;

import org.jspecify.annotations.Nullable;

/**
 * A task that somebody shared with who asks.
 *
 * @param ownerName null where the account is not known any more
 */
public record SharedTask(
        TaskDetails task, Permission permission, @Nullable String ownerName) {}
