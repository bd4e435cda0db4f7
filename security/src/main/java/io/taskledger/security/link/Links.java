package io.taskledger.security.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.crypto.SecretKey;

import com.github.f4b6a3.ulid.UlidCreator;
import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.key.Aead;
import io.taskledger.security.key.OpaqueToken;
import io.taskledger.security.key.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code security.link}. Of a token there is a hash to find it by, and a sealed copy for the mail. */
public final class Links implements LinkTokens {

    /** For so long one is told that a link has run out, rather than that there is none. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final NameDigest digest;
    private final SecretKey key;
    private final Clock clock;

    public Links(JdbcClient jdbc, NameDigest digest, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.digest = digest;
        this.key = secrets.derive(Secrets.LINKS, Aead.ALGORITHM);
        this.clock = clock;
    }

    /**
     * Makes a link, which takes the place of an older one.
     *
     * @param address that it proves; null for none
     * @return its id
     */
    public String make(UserId userId, LinkPurpose purpose, @Nullable String address) {
        var id = "link-" + UlidCreator.getMonotonicUlid();
        var token = OpaqueToken.next();
        jdbc.sql("""
                        insert into security.link (id, user_id, purpose, token_hash, sealed, address, expires_at)
                        values (:id, :user, :purpose, :hash, :sealed, :address, :expires)
                        on conflict on constraint link_newest do update
                        set id = excluded.id, token_hash = excluded.token_hash, sealed = excluded.sealed,
                            address = excluded.address, expires_at = excluded.expires_at""")
                .param("id", id)
                .param("user", userId.text())
                .param("purpose", purpose.stored())
                .param("hash", OpaqueToken.hash(token))
                .param("sealed", Aead.seal(key, ascii(id), ascii(token)))
                .param("address", address == null ? null : digest.of(address))
                .param("expires", Timestamps.utc(clock.instant().plus(purpose.life())))
                .update();
        return id;
    }

    @Override
    public Optional<String> token(String link, String email) {
        return jdbc.sql("select sealed, address from security.link where id = :id and expires_at > :now")
                .param("id", link)
                .param("now", Timestamps.utc(clock.instant()))
                .query((row, number) -> proves(row.getBytes("address"), email)
                        ? Optional.of(opened(link, row.getBytes("sealed")))
                        : Optional.<String>empty())
                .optional()
                .flatMap(token -> token);
    }

    /**
     * Whose link it is; it stays good.
     *
     * @throws LinkRefused where it is not
     */
    public Link find(String token, LinkPurpose purpose) {
        var link = jdbc.sql("""
                        select user_id, address, expires_at
                        from security.link
                        where token_hash = :hash and purpose = :purpose""")
                .param("hash", OpaqueToken.hash(token))
                .param("purpose", purpose.stored())
                .query(Links::row)
                .optional()
                .orElseThrow(() -> new LinkRefused(false));
        if (!link.expiresAt().isAfter(clock.instant())) {
            throw new LinkRefused(true);
        }
        return link;
    }

    /**
     * Takes the link away, in the caller's transaction: of many who come with the same token one gets through.
     *
     * @throws LinkRefused where another was faster
     */
    public void use(String token, LinkPurpose purpose) {
        var used = jdbc.sql("delete from security.link where token_hash = :hash and purpose = :purpose")
                .param("hash", OpaqueToken.hash(token))
                .param("purpose", purpose.stored())
                .update();
        if (used == 0) {
            throw new LinkRefused(false);
        }
    }

    /** Whether a link proves this address, where it proves any. */
    boolean proves(byte @Nullable [] address, String email) {
        return address == null || MessageDigest.isEqual(address, digest.of(email));
    }

    /** Forgets all of somebody's. */
    public void forget(UserId userId) {
        jdbc.sql("delete from security.link where user_id = :user")
                .param("user", userId.text())
                .update();
    }

    /** Forgets links that ran out long ago. */
    public void sweep() {
        jdbc.sql("delete from security.link where expires_at < :before")
                .param("before", Timestamps.utc(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private String opened(String id, byte[] sealed) {
        try {
            return new String(Aead.open(key, ascii(id), sealed), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException(
                    "the link " + id + " was sealed by another master key, or changed", changed);
        }
    }

    private static Link row(ResultSet row, int number) throws SQLException {
        return new Link(
                new UserId(row.getString("user_id")), row.getBytes("address"), Timestamps.instant(row, "expires_at"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @param address digest of the one that it proves; null where it proves none */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    public record Link(UserId userId, byte @Nullable [] address, Instant expiresAt) {}
}
