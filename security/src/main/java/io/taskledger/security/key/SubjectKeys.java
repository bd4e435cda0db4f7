package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.messages.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of subjects: random, kept wrapped by a key that comes of the master key, in a table that is no part of the
 * ledger. Erasing a subject's key erases what it protected, wherever its bytes are.
 *
 * <p>Uses connections of its own, each for one statement: a key is there for good before anything is sealed with it,
 * whatever becomes of the transaction that asked; and a thread that holds one of the pool's connections never waits for
 * another of the same pool.
 *
 * <p>Every node keeps keys that it has used in memory, and hears when one is erased elsewhere.
 */
public final class SubjectKeys implements LedgerWakeUp.Notices {

    /** Of the notices that a subject is erased; the rest of their text is the subject. */
    public static final String ERASED = "erased";

    /** How long a node that hears no notices may go on reading what was erased. */
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(30);

    /** A key takes about 200 bytes. */
    private static final int REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final SecretKey wrapping;
    private final Cache<Name, Optional<SecretKey>> unwrapped = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED_FOR)
            .maximumSize(REMEMBERED)
            .build();

    /** For longer than a key that was being read at that moment can be believed. */
    private final Cache<String, Boolean> erased = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED_FOR.multipliedBy(2))
            .maximumSize(REMEMBERED)
            .build();

    private record Name(String subject, int version) {}

    public SubjectKeys(DataSource own, Secrets secrets) {
        this.jdbc = JdbcClient.create(own);
        this.wrapping = secrets.derive(Secrets.SUBJECT_KEYS, Aead.ALGORITHM);
    }

    /**
     * Erases the subject's keys, at once and for good: no transaction takes it back. Asked twice, nothing more happens; a
     * subject that has no key yet never gets one. This node reads placeholders from now on, the others as soon as they hear
     * of it, which is within milliseconds; one that hears nothing just now, within half a minute.
     */
    public void erase(SubjectId subject) {
        jdbc.sql("""
                        with later as (
                            update security.subject_key
                            set wrapped = null, erased_at = clock_timestamp()
                            where subject = :subject and version > 1 and wrapped is not null
                        ),
                        first as (
                            insert into security.subject_key (subject, version, wrapped, erased_at)
                            values (:subject, 1, null, clock_timestamp())
                            on conflict on constraint subject_key_pk do update
                            set wrapped = null, erased_at = excluded.erased_at
                            where subject_key.wrapped is not null
                        )
                        select pg_notify(:channel, :notice)""")
                .param("subject", subject.text())
                .param("channel", LedgerWakeUp.NOTICES)
                .param("notice", ERASED + " " + subject.text())
                .query((row, number) -> true)
                .single();
        heard(subject.text());
    }

    /** A subject is erased, on whichever node. */
    @Override
    public void heard(String subject) {
        erased.put(subject, true);
        unwrapped.asMap().keySet().removeIf(name -> name.subject().equals(subject));
    }

    @Override
    public void mayHaveMissed() {
        unwrapped.invalidateAll();
    }

    /** The key, made where there is none; empty where it was erased. */
    public Optional<SecretKey> findOrMake(String subject, int version) {
        return isErased(subject) ? Optional.empty() : unwrapped.get(new Name(subject, version), this::madeIfMissing);
    }

    /**
     * The key; empty where it was erased.
     *
     * @throws KeyFault where there is none, although something was sealed with it
     */
    Optional<SecretKey> find(String subject, int version) {
        return isErased(subject) ? Optional.empty() : unwrapped.get(new Name(subject, version), this::madeBefore);
    }

    /** Keeps a key that comes from elsewhere, where there is none yet. */
    void keep(String subject, int version, byte[] clear) {
        insert(new Name(subject, version), clear);
    }

    private boolean isErased(String subject) {
        return erased.getIfPresent(subject) != null;
    }

    private Optional<SecretKey> madeBefore(Name name) {
        return read(name)
                .orElseThrow(() -> new KeyFault("The key " + name.version() + " of " + name.subject() + " is not in"
                        + " security.subject_key, and was not erased: put that table back from a backup"));
    }

    private Optional<SecretKey> madeIfMissing(Name name) {
        return read(name).orElseGet(() -> {
            insert(name, Aead.randomKey());
            // Another node's may have been first.
            return read(name).orElseThrow();
        });
    }

    private void insert(Name name, byte[] clear) {
        jdbc.sql("""
                        insert into security.subject_key (subject, version, wrapped)
                        values (:subject, :version, :wrapped)
                        on conflict on constraint subject_key_pk do nothing""")
                .param("subject", name.subject())
                .param("version", name.version())
                .param("wrapped", Aead.seal(wrapping, about(name.subject(), name.version()), clear))
                .update();
    }

    /** Empty where there is no row, an empty key where it is an erased one's. */
    private Optional<Optional<SecretKey>> read(Name name) {
        return jdbc.sql("select wrapped from security.subject_key where subject = :subject and version = :version")
                .param("subject", name.subject())
                .param("version", name.version())
                .query((row, number) -> Optional.ofNullable(row.getBytes("wrapped"))
                        .map(wrapped -> unwrap(name.subject(), name.version(), wrapped)))
                .optional();
    }

    /** @throws KeyFault where it was not wrapped by this installation's master key */
    SecretKey unwrap(String subject, int version, byte[] wrapped) {
        try {
            return new SecretKeySpec(Aead.open(wrapping, about(subject, version), wrapped), Aead.ALGORITHM);
        } catch (AEADBadTagException wrong) {
            throw new KeyFault("The key of " + subject + " was not wrapped by this master key: put the one back"
                    + " that the database was begun with, or security.subject_key from a backup");
        }
    }

    /** Binds a wrapped key to its row. */
    static byte[] about(String subject, int version) {
        return (subject + "\n" + version).getBytes(StandardCharsets.UTF_8);
    }
}
