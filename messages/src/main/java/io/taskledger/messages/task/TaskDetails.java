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
 * @param updatedAt when somebody last did something to it; reminders, which are each person's own, do not count
 * @param assigneeName null where nobody is, or the account is not known any more
 * @param deletedAt since when it is in the trash; null where it is not
 * @param comments oldest first
 * @param shareCount with how many people it is shared
 * @param level what who asks may do with it
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
        long version,
        TaskHome home,
        @Nullable UserId assignee,
        @Nullable String assigneeName,
        @Nullable Instant deletedAt,
        List<TaskComment> comments,
        long shareCount,
        TaskLevel level) {

    public TaskDetails {
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
    }

    /** A task in its owner's inbox, of which nobody else knows. */
    public TaskDetails(
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
        this(
                taskId,
                owner,
                title,
                description,
                priority,
                dueDate,
                dueTime,
                tags,
                completedAt,
                createdAt,
                updatedAt,
                version,
                TaskHome.inboxOf(owner, taskId),
                null,
                null,
                null,
                List.of(),
                0,
                TaskLevel.ALL);
    }

    public boolean completed() {
        return completedAt != null;
    }
}
