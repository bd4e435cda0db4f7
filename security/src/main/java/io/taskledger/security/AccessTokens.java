package io.taskledger.security;

import java.util.Optional;

/** Tokens for programs: short texts that stand for a session. */
public interface AccessTokens {

    /** A signed token (JWT, RFC 7519) that ends with the session. */
    String issue(SignedIn session);

    /** The session that a token stands for; empty where it is forged, expired, or its session has ended. */
    Optional<SignedIn> read(String token);
}
