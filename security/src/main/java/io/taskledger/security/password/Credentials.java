package io.taskledger.security.password;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.NameDigest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code security.credential}, found by the names that the ledger has reserved for them. */
public final class Credentials {

    private final JdbcClient jdbc;
    private final NameDigest digest;
    private final Clock clock;

    public Credentials(JdbcClient jdbc, NameDigest digest, Clock clock) {
        this.jdbc = jdbc;
        this.digest = digest;
        this.clock = clock;
    }

    /** @param name username or email: no name can be both, as only an address has an @ */
    Optional<Credential> named(String name) {
        return jdbc.sql("""
                        select c.user_id, c.username, c.password_hash
                        from ledger.reservation r
                        join security.credential c on c.user_id = r.holder
                        where r.kind in ('username', 'email') and r.digest = :digest""")
                .param("digest", digest.of(name))
                .query(Credentials::row)
                .optional();
    }

    public Optional<Credential> of(UserId userId) {
        return jdbc.sql("select user_id, username, password_hash from security.credential where user_id = :user")
                .param("user", userId.text())
                .query(Credentials::row)
                .optional();
    }

    void add(Credential credential) {
        jdbc.sql("""
                        insert into security.credential (user_id, username, password_hash, changed_at)
                        values (:user, :username, :hash, :now)""")
                .param("user", credential.userId().text())
                .param("username", credential.username())
                .param("hash", credential.passwordHash())
                .param("now", now())
                .update();
    }

    /** Somebody has an account, and nobody knows its password: they ask for a mail to set one. */
    public void addWithoutPassword(UserId userId, String username) {
        add(new Credential(userId, username, PasswordHashes.NOBODYS));
    }

    /** With all of its sessions and tokens. */
    public void remove(UserId userId) {
        jdbc.sql("delete from security.credential where user_id = :user")
                .param("user", userId.text())
                .update();
    }

    /** @return false where somebody was faster: then nothing was changed */
    boolean replaceHash(Credential old, String hash) {
        return jdbc.sql("""
                        update security.credential
                        set password_hash = :hash, changed_at = :now
                        where user_id = :user and password_hash = :old""")
                        .param("hash", hash)
                        .param("now", now())
                        .param("user", old.userId().text())
                        .param("old", old.passwordHash())
                        .update()
                > 0;
    }

    /** Whatever it was before. */
    void setHash(UserId userId, String hash) {
        jdbc.sql("update security.credential set password_hash = :hash, changed_at = :now where user_id = :user")
                .param("hash", hash)
                .param("now", now())
                .param("user", userId.text())
                .update();
    }

    private OffsetDateTime now() {
        return Timestamps.utc(clock.instant());
    }

    private static Credential row(ResultSet row, int number) throws SQLException {
        return new Credential(
                new UserId(row.getString("user_id")), row.getString("username"), row.getString("password_hash"));
    }
}
