package io.taskledger.security;

import java.util.Optional;

import io.taskledger.messages.SessionId;

/** Knows which sessions have not ended. */
public interface LivingSessions {

    /** Whose session it is; empty where it was ended, has run out, or never was. */
    Optional<SignedIn> alive(SessionId id);
}
