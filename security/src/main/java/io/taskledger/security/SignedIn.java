package io.taskledger.security;

import java.security.Principal;
import java.time.Instant;

import io.taskledger.messages.Actor;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;

/**
 * The principal of every authenticated request.
 *
 * @param username as the person writes it
 * @param until when the session ends by itself
 */
public record SignedIn(UserId userId, String username, SessionId sessionId, Via via, Instant until)
        implements Principal {

    public Actor actor() {
        return new Actor(userId, via);
    }

    /** The account's id: a username may change, an id never does. */
    @Override
    public String getName() {
        return userId.text();
    }
}
