package io.taskledger.rest.file;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.rest.WireInstant;

/**
 * A file that was uploaded, as the contract spells it.
 *
 * @param originalFilename made safe
 * @param fileSize in bytes
 * @param contentType what it is, not what its sender said
 */
@Schema(name = "File")
@JsonPropertyOrder({"id", "task_id", "original_filename", "file_size", "content_type", "uploaded_at"})
record FileAnswer(
        String id,
        @JsonProperty("task_id") String taskId,
        @JsonProperty("original_filename") String originalFilename,
        @JsonProperty("file_size") long fileSize,
        @JsonProperty("content_type") String contentType,
        @JsonProperty("uploaded_at") @WireInstant Instant uploadedAt) {

    static FileAnswer of(TaskFile file) {
        return new FileAnswer(
                file.fileId().text(),
                file.fileId().taskId().text(),
                file.name(),
                file.size(),
                file.contentType(),
                file.attachedAt());
    }

    /** The same in the list of a task's files, where the contract does not repeat whose they are. */
    @Schema(name = "ListedFile")
    @JsonPropertyOrder({"id", "original_filename", "file_size", "content_type", "uploaded_at"})
    record Listed(
            String id,
            @JsonProperty("original_filename") String originalFilename,
            @JsonProperty("file_size") long fileSize,
            @JsonProperty("content_type") String contentType,
            @JsonProperty("uploaded_at") @WireInstant Instant uploadedAt) {

        static Listed of(TaskFile file) {
            return new Listed(file.fileId().text(), file.name(), file.size(), file.contentType(), file.attachedAt());
        }
    }
}
