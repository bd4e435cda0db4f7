package io.taskledger.security.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.taskledger.messages.SessionId;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.SessionAuthentication;

/**
 * Tokens that people make for their programs. Each stands for a session of its own: ending that is ending the token, and
 * whatever ends all of somebody's sessions ends it as well.
 */
public interface PersonalTokens {

    /** How every such token begins, so that whoever looks for leaked secrets knows it. */
    String PREFIX = "tlpat_";

    /**
     * @param name 1 to 100 characters, for the person
     * @param scopes at least one
     * @param until at most 366 days from now
     * @throws io.taskledger.messages.CommandRejected where one of these is not so, or there are 50 already
     */
    NewToken make(SignedIn who, String name, Set<Scope> scopes, Instant until);

    /** Those that live, the newest first. */
    List<TokenDetails> list(SignedIn who);

    /** Ends one. False where it is none of theirs, or has ended before. */
    boolean revoke(SignedIn who, SessionId id);

    /** Whom a token lets in, and how far; empty where it is none, or has ended. */
    Optional<SessionAuthentication> read(String token);

    /** @param secret the token itself: told once, and kept nowhere */
    record NewToken(String secret, TokenDetails details) {

        /** Without the secret: no log line may hold it. */
        @Override
        public String toString() {
            return "NewToken[" + details + "]";
        }
    }
}
