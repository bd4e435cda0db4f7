package io.taskledger.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A field's value before and after. Nulls are stored: they say that the field was, or now is, empty.
 *
 * @param <T> the field's type, nullable where the field may be empty
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Changed<T extends @Nullable Object>(T from, T to) {}
