package io.taskledger.rest.input;

import java.util.Objects;
import java.util.function.Function;

import io.taskledger.messages.SetTo;
import org.jspecify.annotations.Nullable;

/**
 * A field as a client gave it, good only after {@code enforce()}: absent, null and a value are three things.
 *
 * @param sent whether the field was there at all
 * @param orNull null where it was absent or sent as null
 */
public record Given<T>(boolean sent, @Nullable T orNull) {

    static <T> Given<T> absent() {
        return new Given<>(false, null);
    }

    /** Of a field that is required. */
    public T value() {
        return Objects.requireNonNull(orNull, "read before enforce()");
    }

    public T or(T otherwise) {
        return orNull == null ? otherwise : orNull;
    }

    /** Null where there is no value. */
    public <R> @Nullable R map(Function<T, R> reading) {
        return orNull == null ? null : reading.apply(orNull);
    }

    /** Null where the field is to be left alone. */
    public @Nullable SetTo<T> change() {
        return sent ? new SetTo<>(value()) : null;
    }

    /** Null where the field is to be left alone; set to null where it is to be cleared. */
    public @Nullable SetTo<@Nullable T> changeOrClearing() {
        return sent ? new SetTo<>(orNull) : null;
    }
}
