package io.taskledger.security.limit;

import java.time.Duration;

/** Somebody did something too often: asking again later is right (429, {@code Retry-After}). */
public final class RateLimited extends RuntimeException {

    private final transient Allowance allowance;
    private final Duration retryAfter;

    public RateLimited(Allowance allowance, Duration retryAfter) {
        super("rate limit exceeded: " + allowance, null, false, false);
        this.allowance = allowance;
        this.retryAfter = retryAfter;
    }

    public Allowance allowance() {
        return allowance;
    }

    /** More than nothing; then the next window has begun. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
