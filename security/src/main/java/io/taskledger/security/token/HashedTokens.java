package io.taskledger.security.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.Trimmed;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountRejection.NoSuchAccount;
import io.taskledger.security.Accounts;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import io.taskledger.security.key.OpaqueToken;
import io.taskledger.security.session.Device;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.Sessions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code security.personal_token}. What a token may do never changes; whether it lives, its session knows. */
final class HashedTokens implements PersonalTokens {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int REMEMBERED = 10_000;

    private final RowsAndEvents work;
    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Clock clock;
    private final Cache<String, Grant> known = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(REMEMBERED)
            .build();

    private record Grant(SessionId session, Set<Scope> scopes) {}

    HashedTokens(RowsAndEvents work, JdbcClient jdbc, Sessions sessions, Accounts accounts, Clock clock) {
        this.work = work;
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public NewToken make(SignedIn who, String name, Set<Scope> scopes, Instant until) {
        var now = clock.instant();
        var called = Trimmed.of(name);
        new FieldRules()
                .length("name", called, 1, LONGEST_NAME)
                .must(!scopes.isEmpty(), "scopes", Kind.MISSING, 0)
                .must(until.isAfter(now) && !until.isAfter(now.plus(LONGEST)), "expires_at", Kind.OUT_OF_RANGE, (int)
                        LONGEST.toDays())
                .atMost("tokens", list(who).size() + 1, MOST)
                .enforce();
        var secret = PREFIX + OpaqueToken.next();
        var session = new SignedIn(
                who.userId(), who.username(), SessionId.next(), Via.REST, until.truncatedTo(ChronoUnit.MICROS));
        work.together(() -> {
            if (!sessions.begin(session, Device.ofThisRequest())) {
                throw new CommandRejected(new NoSuchAccount(who.userId()));
            }
            add(session.sessionId(), called, scopes, secret);
            work.send(
                    new StartSession(session.userId(), session.sessionId(), session.via(), session.until()),
                    who.actor());
            return session;
        });
        return new NewToken(secret, new TokenDetails(session.sessionId(), called, scopes, now, now, session.until()));
    }

    @Override
    public List<TokenDetails> list(SignedIn who) {
        return jdbc.sql("""
                        select s.id, t.name, t.scopes, s.created_at, s.last_used_at, s.expires_at
                        from security.personal_token t
                        join security.session s on s.id = t.session_id
                        where s.user_id = :user and s.ended_at is null and s.expires_at > :now
                        order by s.created_at desc, s.id desc""")
                .param("user", who.userId().text())
                .param("now", Timestamps.utc(clock.instant()))
                .query(HashedTokens::details)
                .list();
    }

    @Override
    public boolean revoke(SignedIn who, SessionId id) {
        var theirs = list(who).stream().anyMatch(token -> token.id().equals(id));
        if (theirs) {
            accounts.signOut(id);
        }
        return theirs;
    }

    @Override
    public Optional<SessionAuthentication> read(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var hash = OpaqueToken.hash(token);
        // By the hash: the token itself stays nowhere.
        var key = HexFormat.of().formatHex(hash);
        return Optional.ofNullable(known.getIfPresent(key))
                .or(() -> find(hash, key))
                .flatMap(grant -> sessions.alive(grant.session())
                        .map(session -> new SessionAuthentication(session, grant.scopes())));
    }

    private Optional<Grant> find(byte[] hash, String key) {
        var grant = jdbc.sql("select session_id, scopes from security.personal_token where token_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new Grant(new SessionId(row.getString("session_id")), scopes(row)))
                .optional();
        grant.ifPresent(found -> known.put(key, found));
        return grant;
    }

    private void add(SessionId session, String name, Set<Scope> scopes, String secret) {
        jdbc.sql("""
                        insert into security.personal_token (session_id, name, scopes, token_hash)
                        values (:session, :name, string_to_array(:scopes, ' '), :hash)""")
                .param("session", session.text())
                .param("name", name)
                .param(
                        "scopes",
                        String.join(
                                " ", scopes.stream().sorted().map(Scope::text).toList()))
                .param("hash", OpaqueToken.hash(secret))
                .update();
    }

    private static TokenDetails details(ResultSet row, int number) throws SQLException {
        return new TokenDetails(
                new SessionId(row.getString("id")),
                row.getString("name"),
                scopes(row),
                Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "last_used_at"),
                Timestamps.instant(row, "expires_at"));
    }

    /** What is not known any more lets nobody do anything. */
    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) row.getArray("scopes").getArray())
                .flatMap(text -> Scope.named(text).stream())
                .forEach(scopes::add);
        return scopes;
    }
}
