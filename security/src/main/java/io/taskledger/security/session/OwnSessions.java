package io.taskledger.security.session;

import java.util.List;

import io.taskledger.messages.SessionId;
import io.taskledger.security.SignedIn;

/** Where somebody is signed in, in browsers and from programs; tokens that were made for programs are not among them. */
public interface OwnSessions {

    /** The living ones, the newest first. */
    List<SessionDetails> list(SignedIn who);

    /** Ends one. False where it is none of theirs, or has ended before. */
    boolean end(SignedIn who, SessionId session);

    /** Ends all but the one that asks. */
    void endOthers(SignedIn who);
}
