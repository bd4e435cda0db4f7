package io.taskledger.storage;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The folder or bucket does not do what was asked for. The message names the setting, and may be shown to an operator only. */
public final class StoreUnavailable extends RuntimeException {

    private final boolean full;

    private StoreUnavailable(String message, boolean full, Throwable cause) {
        super(message, cause);
        this.full = full;
    }

    /** Whether there is no room left (507), rather than no store just now (503). */
    public boolean full() {
        return full;
    }

    public static StoreUnavailable folder(IOException cause) {
        return new StoreUnavailable(
                "TASKLEDGER_FILES cannot be used (" + cause + ").", saysFull(cause.getMessage()), cause);
    }

    static StoreUnavailable bucket(RuntimeException cause) {
        return new StoreUnavailable("TASKLEDGER_S3_BUCKET cannot be used (" + cause.getMessage() + ").", false, cause);
    }

    /** Java has no exception of its own for it: the message is the system's. */
    private static boolean saysFull(@Nullable String message) {
        return message != null && (message.contains("No space left") || message.contains("quota exceeded"));
    }
}
