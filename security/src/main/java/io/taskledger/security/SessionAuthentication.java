package io.taskledger.security;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request of somebody who is signed in, in a browser or from a program. */
public final class SessionAuthentication extends AbstractAuthenticationToken {

    /** How the request proved its session. */
    public enum Proof {
        /** A password, in this browser session. */
        SIGN_IN,
        /** A token in the {@code Authorization} header, which no foreign page can add. */
        BEARER,
        /** A token in a cookie, which the browser adds whichever page asks. */
        COOKIE
    }

    private final SignedIn session;
    private final Proof proof;

    public SessionAuthentication(SignedIn session, Proof proof) {
        super(List.of());
        this.session = session;
        this.proof = proof;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return session;
    }

    /** Empty: the password is forgotten once it has been checked. */
    @Override
    public Object getCredentials() {
        return "";
    }

    public Proof proof() {
        return proof;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionAuthentication that
                && super.equals(that)
                && session.equals(that.session)
                && proof == that.proof;
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
