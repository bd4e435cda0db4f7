package io.taskledger.security.session;

import java.util.Optional;

import io.taskledger.messages.SessionId;
import io.taskledger.security.SignedIn;
import org.springframework.dao.DataAccessException;

/** Knows which sessions have not ended. */
public interface LivingSessions {

    /** Whose session it is; empty where it was ended, has run out, or never was. */
    Optional<SignedIn> alive(SessionId id);

    /** For who goes on telling things: while the database is away no session ends, nor does anything happen. */
    default boolean hasEnded(SessionId id) {
        try {
            return alive(id).isEmpty();
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Has the listener told of sessions that are ended from now on, on whichever node. */
    void whenEnded(Ends listener);

    /** Who wants to hear of the ends of sessions. Both must be short. */
    interface Ends {

        void ended(SessionId id);

        /** Nobody listened for a while: any may have ended. */
        void someMayHaveEnded();
    }
}
