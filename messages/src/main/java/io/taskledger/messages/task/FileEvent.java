package io.taskledger.messages.task;

import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;

/** What happened to a task's files. What they are called belongs to who attached them. */
public sealed interface FileEvent extends TaskEvent, HoldsPersonalData {

    FileId fileId();

    UserId attachedBy();

    @Override
    default SubjectId subject() {
        return SubjectId.of(attachedBy());
    }

    /**
     * @param size in bytes
     * @param sha256 digest of the content, 64 hexadecimal digits
     */
    @StoredAs("task.file-attached")
    record FileAttached(
            TaskId taskId,
            FileId fileId,
            UserId attachedBy,
            @Personal String name,
            String contentType,
            long size,
            String sha256)
            implements FileEvent {}

    @StoredAs("task.file-removed")
    record FileRemoved(
            TaskId taskId,
            FileId fileId,
            UserId attachedBy,
            @Personal String name) implements FileEvent {}
}
