package io.taskledger.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * A task as a file of another product gives it, already within the limits of this one.
 *
 * @param sourceId the id that the other product gave it: unique within one file, the same in every export of it
 * @param listId of the list that it stands in; null for the first one
 * @param title 1 to {@value #TITLE_LIMIT} characters, trimmed
 * @param description Markdown, at most {@value #DESCRIPTION_LIMIT} characters, empty where there is none
 * @param dueTime never without {@code dueDate}; whole minutes, in the zone that the import was asked for
 * @param tags without repetition, each trimmed and 1 to {@value #TAG_LIMIT} characters
 * @param comments in their order, each within a comment's limits
 */
public record ImportedTask(
        String sourceId,
        @Nullable String listId,
        String title,
        String description,
        @Nullable LocalDate dueDate,
        @Nullable LocalTime dueTime,
        List<String> tags,
        boolean completed,
        Priority priority,
        List<String> comments) {

    /** UTF-16 units, so that the text is within the limit however a reader counts. */
    public static final int TITLE_LIMIT = 200;

    /** UTF-16 units. */
    public static final int DESCRIPTION_LIMIT = 10_000;

    /** UTF-16 units. */
    public static final int TAG_LIMIT = 50;

    public ImportedTask {
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
    }

    /** What creates it. */
    public CreateTask create(TaskId taskId, TaskHome home) {
        return new CreateTask(
                taskId,
                home,
                title,
                description.isEmpty() ? null : description,
                priority,
                dueDate,
                dueTime,
                tags,
                completed);
    }

    /** The same with comments. */
    public ImportedTask with(List<String> said) {
        return new ImportedTask(
                sourceId, listId, title, description, dueDate, dueTime, tags, completed, priority, said);
    }

    /** One of the usual priority, of which nobody said anything. */
    public ImportedTask(
            String sourceId,
            @Nullable String listId,
            String title,
            String description,
            @Nullable LocalDate dueDate,
            @Nullable LocalTime dueTime,
            List<String> tags,
            boolean completed) {
        this(sourceId, listId, title, description, dueDate, dueTime, tags, completed, Priority.MEDIUM, List.of());
    }
}
