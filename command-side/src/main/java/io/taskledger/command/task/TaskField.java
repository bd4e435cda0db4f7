package io.taskledger.command.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import io.taskledger.messages.task.TaskEvent.TaskEdited;
import org.jspecify.annotations.Nullable;

/** What two people may want to change at once. */
enum TaskField {
    TITLE,
    DESCRIPTION,
    PRIORITY,
    DUE_DATE,
    DUE_TIME,
    TAGS,
    COMPLETED;

    /** Its name in the messages: {@code due_date}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object of(TaskFields fields, boolean completed) {
        return switch (this) {
            case TITLE -> fields.title();
            case DESCRIPTION -> fields.description();
            case PRIORITY -> fields.priority();
            case DUE_DATE -> fields.dueDate();
            case DUE_TIME -> fields.dueTime();
            case TAGS -> fields.tags();
            case COMPLETED -> completed;
        };
    }

    static Stream<TaskField> changedBy(TaskEdited event) {
        return Arrays.stream(values()).filter(field -> field.isChangedBy(event));
    }

    private boolean isChangedBy(TaskEdited event) {
        return switch (this) {
            case TITLE -> event.title() != null;
            case DESCRIPTION -> event.description() != null;
            case PRIORITY -> event.priority() != null;
            case DUE_DATE -> event.dueDate() != null;
            case DUE_TIME -> event.dueTime() != null;
            case TAGS -> event.tags() != null;
            // Has events of its own.
            case COMPLETED -> false;
        };
    }
}
