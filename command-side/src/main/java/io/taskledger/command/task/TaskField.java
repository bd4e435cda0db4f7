package io.taskledger.command.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import io.taskledger.messages.task.TaskEvent.TaskEdited;
import org.jspecify.annotations.Nullable;

/** What two people may want to change at once. */
enum TaskField {
    TITLE(TaskEdited::title, TaskFields::title),
    DESCRIPTION(TaskEdited::description, TaskFields::description),
    PRIORITY(TaskEdited::priority, TaskFields::priority),
    DUE_DATE(TaskEdited::dueDate, TaskFields::dueDate),
    DUE_TIME(TaskEdited::dueTime, TaskFields::dueTime),
    TAGS(TaskEdited::tags, TaskFields::tags),
    /** Has events of its own. */
    COMPLETED(_ -> null, _ -> null);

    private final Function<TaskEdited, @Nullable Object> change;
    private final Function<TaskFields, @Nullable Object> value;

    TaskField(Function<TaskEdited, @Nullable Object> change, Function<TaskFields, @Nullable Object> value) {
        this.change = change;
        this.value = value;
    }

    /** Its name in the messages: {@code due_date}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object of(TaskFields fields) {
        return value.apply(fields);
    }

    static Stream<TaskField> changedBy(TaskEdited event) {
        return Arrays.stream(values()).filter(field -> field.change.apply(event) != null);
    }
}
