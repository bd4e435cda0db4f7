package io.taskledger.security.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
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
        COOKIE,
        /** A token that the person made for a program, in the header: it may do what it was made for, and no more. */
        PERSONAL_TOKEN
    }

    private final SignedIn session;
    private final Proof proof;
    private final Set<Scope> scopes;

    /** Of the person: may do whatever they may. */
    public SessionAuthentication(SignedIn session, Proof proof) {
        this(session, proof, EnumSet.allOf(Scope.class));
    }

    /** Of a program of theirs, by a {@link Proof#PERSONAL_TOKEN}. */
    public SessionAuthentication(SignedIn session, Set<Scope> scopes) {
        this(session, Proof.PERSONAL_TOKEN, scopes);
    }

    private SessionAuthentication(SignedIn session, Proof proof, Set<Scope> scopes) {
        super(List.of());
        this.session = session;
        this.proof = proof;
        this.scopes = Set.copyOf(scopes);
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

    /** What a program's request may do; everything where it is the person's own. */
    public Set<Scope> scopes() {
        return scopes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionAuthentication that
                && super.equals(that)
                && session.equals(that.session)
                && proof == that.proof
                && scopes.equals(that.scopes);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
