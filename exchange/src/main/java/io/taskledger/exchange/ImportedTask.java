package io.taskledger.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

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
 */
public record ImportedTask(
        String sourceId,
        @Nullable String listId,
        String title,
        String description,
        @Nullable LocalDate dueDate,
        @Nullable LocalTime dueTime,
        List<String> tags,
        boolean completed) {

    /** UTF-16 units, so that the text is within the limit however a reader counts. */
    public static final int TITLE_LIMIT = 200;

    /** UTF-16 units. */
    public static final int DESCRIPTION_LIMIT = 10_000;

    /** UTF-16 units. */
    public static final int TAG_LIMIT = 50;

    public ImportedTask {
        tags = List.copyOf(tags);
    }
}
