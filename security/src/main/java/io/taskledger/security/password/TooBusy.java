package io.taskledger.security.password;

import java.time.Duration;

/** More passwords wait to be checked than the machine can take: asking again later is right (503, {@code Retry-After}). */
public final class TooBusy extends RuntimeException {

    private final Duration retryAfter;

    public TooBusy(Duration retryAfter) {
        super("too many passwords are being checked; try again in " + retryAfter.toSeconds() + " s");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
