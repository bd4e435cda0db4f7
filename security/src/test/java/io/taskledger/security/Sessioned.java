package io.taskledger.security;

import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;

/** People who are signed in, for tests. */
public final class Sessioned {

    public static final UserId ANN = UserId.next();

    private Sessioned() {}

    public static SessionAuthentication as(UserId user) {
        return new SessionAuthentication(signedIn(user), Proof.BEARER);
    }

    public static SignedIn signedIn(UserId user) {
        return new SignedIn(user, "Ann", SessionId.next(), Via.REST, SettableClock.START.plusSeconds(3_600));
    }
}
