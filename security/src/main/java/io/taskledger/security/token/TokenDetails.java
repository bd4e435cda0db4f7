package io.taskledger.security.token;

import java.time.Instant;
import java.util.Set;

import io.taskledger.messages.SessionId;
import io.taskledger.security.Scope;

/**
 * A token that somebody made for a program, as its own person is shown it: without what is secret.
 *
 * @param id of the session that the token stands for
 * @param lastUsedAt to some minutes; when it was made, where it was never used
 * @param until when it ends by itself
 */
public record TokenDetails(
        SessionId id, String name, Set<Scope> scopes, Instant createdAt, Instant lastUsedAt, Instant until) {

    public TokenDetails {
        scopes = Set.copyOf(scopes);
    }
}
