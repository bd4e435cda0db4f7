package io.taskledger.security.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code security.session}: who is signed in. That one has ended, every node hears as it is committed; one that
 * hears nothing just now refuses it within a second.
 */
public final class Sessions implements LivingSessions, LedgerWakeUp.Notices {

    /** Of the notices that a session has ended; the rest of their text is its id. */
    static final String ENDED = "session-ended";

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

    /** How exactly it is known when a session was used last. */
    static final Duration COARSELY = Duration.ofMinutes(5);

    /** For so long a session's row outlives it. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AskedOnce<SessionId, Optional<SignedIn>> open;
    private final List<Ends> listeners = new CopyOnWriteArrayList<>();

    public Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.open = new AskedOnce<>(BELIEVED_FOR, this::notEnded);
    }

    @Override
    public Optional<SignedIn> alive(SessionId id) {
        return open.of(id).filter(session -> session.until().isAfter(clock.instant()));
    }

    /** False where the account was deleted meanwhile: then there is none. */
    public boolean begin(SignedIn session, Device device) {
        return jdbc.sql("""
                        insert into security.session
                            (id, user_id, username, via, created_at, expires_at, last_used_at, network, device)
                        select :id, user_id, :username, :via, :now, :until, :now,
                            cast(:network as text), cast(:device as text)
                        from security.credential
                        where user_id = :user
                        for key share""")
                        .param("id", session.sessionId().text())
                        .param("user", session.userId().text())
                        .param("username", session.username())
                        .param("via", session.via().stored())
                        .param("now", Timestamps.utc(clock.instant()))
                        .param("until", Timestamps.utc(session.until()))
                        .param("network", device.network())
                        .param("device", device.words())
                        .update()
                > 0;
    }

    /** Whose session has been ended by this; empty where it had ended before, or never was. */
    public Optional<UserId> end(SessionId id) {
        return jdbc.sql("""
                        with ended as (
                            update security.session
                            set ended_at = :now
                            where id = :id and ended_at is null
                            returning id, user_id
                        )
                        select user_id, pg_notify(:channel, :topic || ' ' || id)
                        from ended""")
                .param("now", Timestamps.utc(clock.instant()))
                .param("id", id.text())
                .param("channel", LedgerWakeUp.NOTICES)
                .param("topic", ENDED)
                .query((row, number) -> new UserId(row.getString("user_id")))
                .optional();
    }

    /** Every session of somebody but the one that goes on; those that this has ended. */
    public List<SessionId> endAllBut(UserId userId, Optional<SessionId> goesOn) {
        return jdbc.sql("""
                        with ended as (
                            update security.session
                            set ended_at = :now
                            where user_id = :user and ended_at is null and id <> :goesOn
                            returning id
                        )
                        select id, pg_notify(:channel, :topic || ' ' || id)
                        from ended""")
                .param("now", Timestamps.utc(clock.instant()))
                .param("user", userId.text())
                .param("goesOn", goesOn.map(SessionId::text).orElse(""))
                .param("channel", LedgerWakeUp.NOTICES)
                .param("topic", ENDED)
                .query((row, number) -> new SessionId(row.getString("id")))
                .list();
    }

    /** Those of somebody's that live, the newest first; but no tokens. */
    List<SessionDetails> list(SignedIn who) {
        return jdbc.sql("""
                        select id, via, created_at, last_used_at, expires_at, device, network
                        from security.session s
                        where user_id = :user and ended_at is null and expires_at > :now
                            and not exists (select from security.personal_token t where t.session_id = s.id)
                        order by created_at desc, id desc""")
                .param("user", who.userId().text())
                .param("now", Timestamps.utc(clock.instant()))
                .query((row, number) -> SessionDetails.of(row, who.sessionId()))
                .list();
    }

    /** Asks the database the next time: call it once the ending is committed. */
    public void forget(SessionId id) {
        open.forget(id);
    }

    /** Forgets those that ended some days ago, with their tokens. */
    public void sweep() {
        jdbc.sql("delete from security.session where expires_at < :before or ended_at < :before")
                .param("before", Timestamps.utc(clock.instant().minus(KEPT)))
                .update();
    }

    @Override
    public void whenEnded(Ends listener) {
        listeners.add(listener);
    }

    @Override
    public void heard(String id) {
        SessionId.parse(id).ifPresent(ended -> {
            forget(ended);
            listeners.forEach(listener -> listener.ended(ended));
        });
    }

    @Override
    public void mayHaveMissed() {
        open.forgetAll();
        listeners.forEach(Ends::someMayHaveEnded);
    }

    private Optional<SignedIn> notEnded(SessionId id) {
        var row = jdbc.sql("""
                        select id, user_id, username, via, expires_at, created_at, last_used_at
                        from security.session
                        where id = :id and ended_at is null""").param("id", id.text()).query(Sessions::used).optional();
        var now = clock.instant();
        row.filter(used -> used.neverBefore() || used.at().plus(COARSELY).isBefore(now))
                .ifPresent(used -> jdbc.sql("update security.session set last_used_at = :now where id = :id")
                        .param("now", Timestamps.utc(now))
                        .param("id", id.text())
                        .update());
        return row.map(Used::session);
    }

    private record Used(SignedIn session, Instant at, boolean neverBefore) {}

    private static Used used(ResultSet row, int number) throws SQLException {
        var at = Timestamps.instant(row, "last_used_at");
        return new Used(signedIn(row), at, at.equals(Timestamps.instant(row, "created_at")));
    }

    public static SignedIn signedIn(ResultSet row) throws SQLException {
        return new SignedIn(
                new UserId(row.getString("user_id")),
                row.getString("username"),
                new SessionId(row.getString("id")),
                Via.ofStored(row.getString("via")),
                Timestamps.instant(row, "expires_at"));
    }
}
