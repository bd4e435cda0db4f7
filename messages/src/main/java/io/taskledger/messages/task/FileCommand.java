package io.taskledger.messages.task;

import io.taskledger.messages.FieldRules;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a task's files. What is in them is in the store already: the digest names it. */
public sealed interface FileCommand extends TaskCommand {

    FileId fileId();

    /**
     * @param name 1 to 255 characters, without a path
     * @param contentType a media type (RFC 6838), as found in the content
     * @param size in bytes
     * @param sha256 digest of the content, 64 hexadecimal digits in lower case
     */
    record AttachFile(
            @TargetAggregateIdentifier TaskId taskId,
            FileId fileId,
            String name,
            String contentType,
            long size,
            String sha256)
            implements FileCommand {
        public AttachFile {
            TaskRules.partOf(taskId, fileId.taskId());
            new FieldRules().length("file", name, 1, TaskRules.FILE_NAME_LIMIT).enforce();
            if (!sha256.matches("[0-9a-f]{64}") || size < 0) {
                throw new IllegalArgumentException("no digest, or no size");
            }
        }
    }

    record RemoveFile(@TargetAggregateIdentifier TaskId taskId, FileId fileId) implements FileCommand {

        public RemoveFile {
            TaskRules.partOf(taskId, fileId.taskId());
        }
    }
}
