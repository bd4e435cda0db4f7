package io.taskledger.security.limit;

import java.time.Duration;
import java.util.Locale;

/** What is limited, for whom, and how often it may be done where the operator says nothing. */
public enum RateLimit {
    /** Accounts that are made from one address. */
    REGISTRATION(10, Duration.ofHours(1)),
    /** Sign-ins from one address, right or wrong. */
    SIGN_IN(5, Duration.ofMinutes(1)),
    /** Sign-ins to one account, right or wrong, from wherever; also to one that does not exist. */
    SIGN_IN_TO_ACCOUNT(5, Duration.ofMinutes(1)),
    /** Renewals of sessions from one address, right or wrong. */
    RENEWAL(20, Duration.ofMinutes(1)),
    /** Requests from one address to reset a password. */
    PASSWORD_RESET(1, Duration.ofMinutes(1)),
    /** Tasks that one person's programs make one by one. */
    TASK_CREATION(100, Duration.ofHours(1)),
    /** Files that one person's programs upload. */
    FILE_UPLOAD(20, Duration.ofHours(1));

    private final int count;
    private final Duration window;

    RateLimit(int count, Duration window) {
        this.count = count;
        this.window = window;
    }

    public Allowance usual() {
        return new Allowance(count, window);
    }

    /** As its rows are called. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
