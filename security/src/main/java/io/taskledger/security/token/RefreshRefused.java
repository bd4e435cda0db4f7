package io.taskledger.security.token;

/** A refresh token was not exchanged. */
public final class RefreshRefused extends RuntimeException {

    private final boolean meanwhile;

    public RefreshRefused(boolean meanwhile) {
        super("a refresh token is refused", null, false, false);
        this.meanwhile = meanwhile;
    }

    /** Whether another request exchanged it while this one was under way: its tokens are good, and nothing has ended. */
    public boolean meanwhile() {
        return meanwhile;
    }
}
