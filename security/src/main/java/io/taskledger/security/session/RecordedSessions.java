package io.taskledger.security.session;

import java.util.List;
import java.util.function.Predicate;

import io.taskledger.messages.SessionId;
import io.taskledger.security.Accounts;
import io.taskledger.security.SignedIn;

/** Each ending is a row and an event. */
final class RecordedSessions implements OwnSessions {

    private final Sessions sessions;
    private final Accounts accounts;

    RecordedSessions(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    public List<SessionDetails> list(SignedIn who) {
        return sessions.list(who);
    }

    @Override
    public boolean end(SignedIn who, SessionId session) {
        return end(who, one -> one.sessionId().equals(session));
    }

    @Override
    public void endOthers(SignedIn who) {
        end(who, one -> !one.current());
    }

    private boolean end(SignedIn who, Predicate<SessionDetails> which) {
        var meant = list(who).stream().filter(which).toList();
        meant.forEach(one -> accounts.signOut(one.sessionId()));
        return !meant.isEmpty();
    }
}
