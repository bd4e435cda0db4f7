package io.taskledger.messages;

import org.jspecify.annotations.Nullable;

/**
 * A new value for a field, told apart from not touching the field.
 *
 * @param value null clears the field, where the field may be empty
 */
public record SetTo<T extends @Nullable Object>(T value) {}
