package io.taskledger.messages.task;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about whom a task is shared with. */
public sealed interface SharingCommand extends TaskCommand {

    record ShareTask(@TargetAggregateIdentifier TaskId taskId, String username, Permission permission)
            implements SharingCommand {}

    record ChangePermission(@TargetAggregateIdentifier TaskId taskId, String username, Permission permission)
            implements SharingCommand {}

    record RevokeShare(@TargetAggregateIdentifier TaskId taskId, String username) implements SharingCommand {}

    /** The actor, whom it was shared with, does not want it any more. */
    record LeaveTask(@TargetAggregateIdentifier TaskId taskId) implements SharingCommand {}
}
