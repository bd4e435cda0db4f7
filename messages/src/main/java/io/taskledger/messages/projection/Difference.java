package io.taskledger.messages.projection;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where two versions that should be the same are not.
 *
 * @param table of the row
 * @param key of the row
 * @param field column of the row; {@code *} where the whole row is on one side only
 * @param live value as PostgreSQL writes it; null where it has none
 * @param rebuilt value as PostgreSQL writes it; null where it has none
 * @param cause the event that touched the field last; empty where none did, as for a row of no event
 */
public record Difference(
        Kind kind,
        String table,
        String key,
        String field,
        @Nullable String live,
        @Nullable String rebuilt,
        Optional<Cause> cause) {

    /** {@link #field()} of a row that is on one side only. */
    public static final String WHOLE_ROW = "*";

    public enum Kind {
        /** The live row has something else than its events say. */
        LIVE_DIFFERS,
        /** The rebuilt row has something else than its events say: it was changed while the rebuild went on. */
        REBUILT_DIFFERS,
        /** Handling the same events twice gave two results; {@link Cause} names the handler's event. */
        NOT_DETERMINISTIC
    }

    /**
     * An event of the ledger.
     *
     * @param type as stored, such as {@code task.completed}
     */
    public record Cause(long position, String type) {}
}
