package io.taskledger.messages.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is now.
 *
 * @param version sequence number of its last event in its stream, from 0
 * @param completedAt when it was last completed; null while it is open
 */
public record TaskDetails(
        TaskId taskId,
        UserId owner,
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable LocalDate dueDate,
        @Nullable LocalTime dueTime,
        List<String> tags,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public TaskDetails {
        tags = List.copyOf(tags);
    }

    public boolean completed() {
        return completedAt != null;
    }
}
