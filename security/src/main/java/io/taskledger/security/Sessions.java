package io.taskledger.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code security.session}: who is signed in. An ended session is refused within a second on every node. */
public final class Sessions implements LivingSessions {

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(1);
    private static final int REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<SessionId, Optional<SignedIn>> open = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED_FOR)
            .maximumSize(REMEMBERED)
            .build();

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<SignedIn> alive(SessionId id) {
        return open.get(id, this::notEnded).filter(session -> session.until().isAfter(clock.instant()));
    }

    void begin(SignedIn session) {
        jdbc.sql("""
                        insert into security.session (id, user_id, username, via, created_at, expires_at)
                        values (:id, :user, :username, :via, :now, :until)""")
                .param("id", session.sessionId().text())
                .param("user", session.userId().text())
                .param("username", session.username())
                .param("via", session.via().stored())
                .param("now", utc(clock.instant()))
                .param("until", utc(session.until()))
                .update();
    }

    /** Whose session has been ended by this; empty where it had ended before, or never was. */
    Optional<UserId> end(SessionId id) {
        return jdbc.sql("""
                        update security.session
                        set ended_at = :now
                        where id = :id and ended_at is null
                        returning user_id""")
                .param("now", utc(clock.instant()))
                .param("id", id.text())
                .query(String.class)
                .optional()
                .map(UserId::new);
    }

    /** Every session of somebody but the one that goes on; those that this has ended. */
    List<SessionId> endAllBut(UserId userId, Optional<SessionId> goesOn) {
        return jdbc.sql("""
                        update security.session
                        set ended_at = :now
                        where user_id = :user and ended_at is null and id <> :goesOn
                        returning id""")
                .param("now", utc(clock.instant()))
                .param("user", userId.text())
                .param("goesOn", goesOn.map(SessionId::text).orElse(""))
                .query((row, number) -> new SessionId(row.getString("id")))
                .list();
    }

    /** Asks the database the next time: call it once the ending is committed. */
    void forget(SessionId id) {
        open.invalidate(id);
    }

    private Optional<SignedIn> notEnded(SessionId id) {
        return jdbc.sql("""
                        select id, user_id, username, via, expires_at
                        from security.session
                        where id = :id and ended_at is null""").param("id", id.text()).query(Sessions::row).optional();
    }

    private static SignedIn row(ResultSet row, int number) throws SQLException {
        return new SignedIn(
                new UserId(row.getString("user_id")),
                row.getString("username"),
                new SessionId(row.getString("id")),
                Via.valueOf(row.getString("via").toUpperCase(Locale.ROOT)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
