package io.taskledger.messages.task;

import java.time.Instant;

import io.taskledger.messages.UserId;

/**
 * A file of a task.
 *
 * @param contentType a media type (RFC 6838)
 * @param size in bytes
 * @param sha256 digest of the content, 64 hexadecimal digits
 */
public record TaskFile(
        FileId fileId,
        UserId attachedBy,
        String name,
        String contentType,
        long size,
        String sha256,
        Instant attachedAt) {}
