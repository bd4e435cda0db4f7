package io.taskledger.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be made to run. The message is for a person: what is wrong and the way out. */
public final class PostgresUnavailable extends RuntimeException {

    public PostgresUnavailable(String message) {
        super(message);
    }

    public PostgresUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
