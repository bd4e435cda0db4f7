package io.taskledger.security.token;

import java.time.Clock;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.SessionId;
import io.taskledger.security.SignedIn;
import io.taskledger.security.key.OpaqueToken;
import io.taskledger.security.session.Sessions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code security.refresh_token}. */
final class RefreshTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A token that was given out once. */
    record Given(SessionId session, boolean used) {}

    RefreshTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new one of the session's family. */
    void add(SessionId session, String token) {
        jdbc.sql("""
                        insert into security.refresh_token (token_hash, session_id, issued_at)
                        values (:hash, :session, :now)""")
                .param("hash", OpaqueToken.hash(token))
                .param("session", session.text())
                .param("now", Timestamps.utc(clock.instant()))
                .update();
    }

    /** Empty where it was never given out, or long ago. */
    Optional<Given> find(String token) {
        return jdbc.sql("""
                        select session_id, used_at is not null as used
                        from security.refresh_token
                        where token_hash = :hash""")
                .param("hash", OpaqueToken.hash(token))
                .query((row, number) -> new Given(new SessionId(row.getString("session_id")), row.getBoolean("used")))
                .optional();
    }

    /** Uses it up, for one of all who try; empty for the others, and where its session is over. */
    Optional<SignedIn> use(String token) {
        return jdbc.sql("""
                        update security.refresh_token t
                        set used_at = :now
                        from security.session s
                        where t.token_hash = :hash and t.used_at is null
                            and s.id = t.session_id and s.ended_at is null and s.expires_at > :now
                        returning s.id, s.user_id, s.username, s.via, s.expires_at""")
                .param("hash", OpaqueToken.hash(token))
                .param("now", Timestamps.utc(clock.instant()))
                .query((row, number) -> Sessions.signedIn(row))
                .optional();
    }
}
