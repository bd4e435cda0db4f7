package io.taskledger.rest.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountRejection.DemoStays;
import io.taskledger.rest.PretendHouse;
import io.taskledger.security.SignedIn;
import io.taskledger.security.erasure.AccountDeletion;
import io.taskledger.security.password.WrongPassword;
import io.taskledger.security.session.OwnSessions;
import io.taskledger.security.session.SessionDetails;
import io.taskledger.security.token.RefreshRefused;
import io.taskledger.security.token.RenewableSessions;

/** Ann has a session in a browser as well. One refresh token is good, another is being exchanged just now. */
public class PretendSessions implements OwnSessions, RenewableSessions, AccountDeletion {

    public static final String GOOD = "good-refresh";
    public static final String TAKEN = "taken-refresh";
    public static final SessionId BROWSER = new SessionId("session-01KAJ4X9T3B6N8R0C2YVHE5G7E");

    private static final Instant UNTIL = PretendHouse.NOW.plus(Duration.ofHours(12));

    public final List<String> asked = new ArrayList<>();
    public boolean demo;

    public void clear() {
        asked.clear();
        demo = false;
    }

    @Override
    public List<SessionDetails> list(SignedIn who) {
        var now = PretendHouse.NOW;
        return List.of(
                new SessionDetails(
                        who.sessionId(), Via.REST, now, now.plusSeconds(300), UNTIL, "curl", "127.0.0.0/24", true),
                new SessionDetails(BROWSER, Via.BROWSER, now, now, UNTIL, null, null, false));
    }

    @Override
    public boolean end(SignedIn who, SessionId session) {
        asked.add("end " + session);
        return session.equals(BROWSER);
    }

    @Override
    public void endOthers(SignedIn who) {
        asked.add("end all but " + who.sessionId());
    }

    @Override
    public Optional<Renewal> signIn(String name, String password) {
        return password.equals(PretendAccounts.PASSWORD) ? Optional.of(renewal()) : Optional.empty();
    }

    @Override
    public Renewal renew(String refreshToken) {
        if (!refreshToken.equals(GOOD)) {
            throw new RefreshRefused(refreshToken.equals(TAKEN));
        }
        return renewal();
    }

    @Override
    public void delete(SignedIn who, String current) {
        if (!current.equals(PretendAccounts.PASSWORD)) {
            throw new WrongPassword();
        }
        if (demo) {
            throw new CommandRejected(new DemoStays());
        }
        asked.add("delete " + who.userId());
    }

    private static Renewal renewal() {
        var session = new SignedIn(PretendHouse.ANN, "ann", PretendAccounts.SESSION, Via.REST, UNTIL);
        return new Renewal(session, PretendAccounts.TOKEN, "next-refresh");
    }
}
