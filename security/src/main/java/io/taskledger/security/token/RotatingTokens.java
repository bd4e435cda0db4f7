package io.taskledger.security.token;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.taskledger.messages.SessionId;
import io.taskledger.messages.Via;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.SignedIn;
import io.taskledger.security.key.OpaqueToken;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.password.PasswordAccounts;

/**
 * Exchanges each refresh token once. A used one that comes again ends its session, with no time of grace: a thief would have
 * the same. Only who had begun before the other was done is told so instead; such a request gains nothing.
 */
final class RotatingTokens implements RenewableSessions {

    private static final String PREFIX = "tlref_";

    private final RowsAndEvents work;
    private final RefreshTokens refreshes;
    private final PasswordAccounts accounts;
    private final AccessTokens tokens;
    private final Throttle throttle;
    private final Clock clock;

    RotatingTokens(
            RowsAndEvents work,
            RefreshTokens refreshes,
            PasswordAccounts accounts,
            AccessTokens tokens,
            Throttle throttle,
            Clock clock) {
        this.work = work;
        this.refreshes = refreshes;
        this.accounts = accounts;
        this.tokens = tokens;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Optional<Renewal> signIn(String name, String password) {
        var first = PREFIX + OpaqueToken.next();
        return accounts.signIn(name, password, Via.REST, LIFE, session -> refreshes.add(session, first))
                .map(session -> renewal(session, first));
    }

    @Override
    public Renewal renew(String refreshToken) {
        throttle.renewal();
        var given = refreshes.find(refreshToken).orElseThrow(() -> new RefreshRefused(false));
        if (given.used()) {
            accounts.signOut(given.session());
            throw new RefreshRefused(false);
        }
        var next = PREFIX + OpaqueToken.next();
        return exchange(refreshToken, next)
                .map(session -> renewal(session, next))
                .orElseThrow(() -> new RefreshRefused(isUsed(refreshToken)));
    }

    private Optional<SignedIn> exchange(String used, String next) {
        return work.together(() -> {
            var session = refreshes.use(used);
            session.map(SignedIn::sessionId).ifPresent((SessionId id) -> refreshes.add(id, next));
            return session;
        });
    }

    /** By now, though it was not a moment ago: else its session is over. */
    private boolean isUsed(String token) {
        return refreshes.find(token).filter(RefreshTokens.Given::used).isPresent();
    }

    /** The access token ends with the session at the latest. */
    private Renewal renewal(SignedIn session, String refreshToken) {
        var soon = clock.instant().plus(ACCESS).truncatedTo(ChronoUnit.SECONDS);
        var until = soon.isBefore(session.until()) ? soon : session.until();
        var token = tokens.issue(
                new SignedIn(session.userId(), session.username(), session.sessionId(), session.via(), until));
        return new Renewal(session, token, refreshToken);
    }
}
