package io.taskledger.messages.task;

import io.taskledger.messages.Changed;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.UserId;

/** What happened to a task's being shared. */
public sealed interface SharingEvent extends TaskEvent {

    @StoredAs("task.shared")
    record TaskShared(TaskId taskId, UserId with, Permission permission) implements SharingEvent {}

    @StoredAs("task.permission-changed")
    record PermissionChanged(TaskId taskId, UserId with, Changed<Permission> permission) implements SharingEvent {}

    @StoredAs("task.share-revoked")
    record ShareRevoked(TaskId taskId, UserId with) implements SharingEvent {}

    @StoredAs("task.left")
    record TaskLeft(TaskId taskId, UserId who) implements SharingEvent {}
}
