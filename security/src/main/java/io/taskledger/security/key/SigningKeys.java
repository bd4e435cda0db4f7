package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.ledger.Timestamps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code security.signing_key}: P-256 keys, which all nodes share. The newest signs, the others verify. What a
 * token names as its key is looked for among those and nowhere else.
 */
public final class SigningKeys implements LedgerWakeUp.Notices {

    /** Of the notices that there are other keys now. */
    static final String CHANGED = "signing-keys";

    public static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

    /** After so long a key makes way for the next by itself. */
    public static final Duration AGE = Duration.ofDays(90);

    /** How long a node that hears no notices goes on with the keys that it knows. */
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

    private static final String NOTICE = "pg_notify(:channel, :topic || ' ' || kid)";

    private final JdbcClient jdbc;
    private final SecretKey wrapping;
    private final Duration longestToken;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** @param keys without their private part, the newest first */
    private record Known(List<ECKey> keys, ECKey signing, long readAt) {}

    /** @param longestToken for how long a key verifies after it has signed for the last time */
    public SigningKeys(JdbcClient jdbc, Secrets secrets, Duration longestToken, Clock clock) {
        this.jdbc = jdbc;
        this.wrapping = secrets.derive(Secrets.SIGNING_KEYS, Aead.ALGORITHM);
        this.longestToken = longestToken;
        this.clock = clock;
    }

    /**
     * From now on a new key signs.
     *
     * @param atOnce the others verify nothing any more, so that every access token is refused: for when one may have leaked
     * @return the id of the new key
     */
    public String rotate(boolean atOnce) {
        var kid = make("true");
        if (atOnce) {
            forget("kid <> :kid", kid);
        }
        known = null;
        return kid;
    }

    /** Makes the next key where the newest has come of age, and forgets those whose last token has run out. */
    public void sweep() {
        make("not exists (select from security.signing_key where made_at > :old)");
        forget(
                "exists (select from security.signing_key later where later.made_at > signing_key.made_at"
                        + " and later.made_at < :over)",
                "");
    }

    /** Reads the keys where those known are too old; throws where the database is away. */
    public void look() {
        now();
    }

    /** The one that signs, with its private part; made where there is none yet. */
    public ECKey signing() {
        return now().signing();
    }

    /** Empty where no key of ours is called so, or it verifies nothing any more. */
    public Optional<ECKey> verifying(@Nullable String kid) {
        return now().keys().stream().filter(key -> key.getKeyID().equals(kid)).findFirst();
    }

    /** What others may verify our tokens with: a JWK set (RFC 7517 §5). */
    public String published() {
        return new JWKSet(new ArrayList<JWK>(now().keys())).toString(true);
    }

    @Override
    public void heard(String kid) {
        known = null;
    }

    @Override
    public void mayHaveMissed() {
        known = null;
    }

    private Known now() {
        var known = this.known;
        if (known != null && System.nanoTime() - known.readAt() < BELIEVED_FOR.toNanos()) {
            return known;
        }
        var read = read(known);
        this.known = read;
        return read;
    }

    private Known read(@Nullable Known before) {
        var readAt = System.nanoTime();
        var keys = keys();
        if (keys.isEmpty()) {
            // Two nodes may make one each: either verifies what the other signs.
            make("not exists (select from security.signing_key)");
            keys = keys();
        }
        var newest = keys.getFirst().getKeyID();
        var signing =
                before != null && before.signing().getKeyID().equals(newest) ? before.signing() : unwrapped(newest);
        return new Known(keys, signing, readAt);
    }

    private List<ECKey> keys() {
        return jdbc.sql("select public_key from security.signing_key order by made_at desc, kid")
                .query((row, number) -> parsed(row.getString("public_key")))
                .list();
    }

    private ECKey unwrapped(String kid) {
        var wrapped = jdbc.sql("select wrapped from security.signing_key where kid = :kid")
                .param("kid", kid)
                .query((row, number) -> row.getBytes("wrapped"))
                .single();
        try {
            return parsed(new String(Aead.open(wrapping, about(kid), wrapped), StandardCharsets.UTF_8));
        } catch (AEADBadTagException wrong) {
            throw new KeyFault("The signing key " + kid + " was not wrapped by this master key: put the one back that"
                    + " the database was begun with");
        }
    }

    private String make(String where) {
        var key = generated();
        jdbc.sql("""
                        with made as (
                            insert into security.signing_key (kid, wrapped, public_key, made_at)
                            select :kid, :wrapped, :public,
                                greatest(
                                    :now,
                                    (select max(made_at) + interval '1 millisecond' from security.signing_key))
                            where %s
                            returning kid
                        )
                        select %s from made""".formatted(where, NOTICE))
                .param("kid", key.getKeyID())
                .param("wrapped", Aead.seal(wrapping, about(key.getKeyID()), bytes(key.toJSONString())))
                .param("public", key.toPublicJWK().toJSONString())
                .param("now", Timestamps.utc(clock.instant()))
                .param("old", Timestamps.utc(clock.instant().minus(AGE)))
                .param("channel", LedgerWakeUp.NOTICES)
                .param("topic", CHANGED)
                .query((row, number) -> true)
                .optional();
        return key.getKeyID();
    }

    private void forget(String which, String kid) {
        jdbc.sql("""
                        with gone as (delete from security.signing_key where %s returning kid)
                        select %s from gone""".formatted(which, NOTICE))
                .param("kid", kid)
                .param("over", Timestamps.utc(clock.instant().minus(longestToken)))
                .param("channel", LedgerWakeUp.NOTICES)
                .param("topic", CHANGED)
                .query((row, number) -> true)
                .list();
    }

    private static ECKey generated() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }

    private static ECKey parsed(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException changed) {
            throw new KeyFault(
                    "A row of security.signing_key is damaged: put that table back from a backup, or empty it"
                            + " and everybody's program signs in anew");
        }
    }

    /** Binds a wrapped key to its row. */
    static byte[] about(String kid) {
        return bytes("signing\n" + kid);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
