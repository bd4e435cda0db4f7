package io.taskledger.security.limit;

import java.util.HexFormat;
import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.NameDigest;

/** Slows down whoever tries names and passwords, through whichever door. */
public final class Throttle {

    private final RateLimits limits;
    private final ClientAddress address;
    private final NameDigest digest;

    public Throttle(RateLimits limits, ClientAddress address, NameDigest digest) {
        this.limits = limits;
        this.address = address;
        this.digest = digest;
    }

    /** @throws io.taskledger.security.limit.RateLimited where too many accounts were made from there */
    public void registration() {
        limits.take(RateLimit.REGISTRATION, address.toCountBy());
    }

    /**
     * The address first: who is stopped there cannot use up what the account is allowed. A name that nobody has is counted
     * like an account, so that the answer tells nothing.
     *
     * @param name as it was given, username or email
     * @throws io.taskledger.security.limit.RateLimited where it was tried too often
     */
    public void signIn(Optional<UserId> known, String name) {
        limits.take(RateLimit.SIGN_IN, address.toCountBy());
        limits.take(
                RateLimit.SIGN_IN_TO_ACCOUNT,
                known.map(UserId::text).orElseGet(() -> HexFormat.of().formatHex(digest.of(name))));
    }

    /** @throws io.taskledger.security.limit.RateLimited where too many sessions were renewed from there */
    public void renewal() {
        limits.take(RateLimit.RENEWAL, address.toCountBy());
    }

    /** @throws io.taskledger.security.limit.RateLimited where too many resets were asked for from there */
    public void reset() {
        limits.take(RateLimit.PASSWORD_RESET, address.toCountBy());
    }

    /**
     * Somebody who is signed in is asked for the password once more.
     *
     * @throws io.taskledger.security.limit.RateLimited where it was tried too often
     */
    public void confirmation(UserId account) {
        limits.take(RateLimit.SIGN_IN_TO_ACCOUNT, account.text());
    }
}
