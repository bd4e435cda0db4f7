package io.taskledger.security.token;

import java.util.Optional;

import io.taskledger.security.SignedIn;

/** Tokens for programs: short texts that stand for a session. */
public interface AccessTokens {

    /** Where everybody finds {@link #verificationKeys}. */
    String KEYS_PATH = "/.well-known/jwks.json";

    /** A signed token (JWT, RFC 7519) that ends with the session. */
    String issue(SignedIn session);

    /** The session that a token stands for; empty where it is forged, expired, or its session has ended. */
    Optional<SignedIn> read(String token);

    /** What others may verify tokens with, the newest key first: a JWK set (RFC 7517 §5), which holds nothing secret. */
    String verificationKeys();
}
