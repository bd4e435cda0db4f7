package io.taskledger.messages.history;

import org.jspecify.annotations.Nullable;

/**
 * A field of a task with two values. Values are texts, booleans, dates, times, priorities and lists of texts; people are
 * told by name, or by id where the account is no more; null where it is empty.
 *
 * @param field its name, snake case: {@code due_date}; a part that tasks have many of: {@code share}, {@code comment},
 *     {@code file}, {@code reminder}
 * @param part which one of many: a person's name, the id of a comment, file or reminder; else null
 */
public record FieldChange(
        String field,
        @Nullable String part,
        @Nullable Object from,
        @Nullable Object to) {}
