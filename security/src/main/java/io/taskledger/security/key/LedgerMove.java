package io.taskledger.security.key;

import java.security.InvalidKeyException;
import java.time.Clock;

import javax.sql.DataSource;

import io.taskledger.ledger.Timestamps;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.ledger.transfer.LedgerLine;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.SecuritySettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of this module moves with a ledger from one installation to another: the keys of subjects, wrapped anew on either
 * side. No password, session, token or link moves.
 */
public final class LedgerMove {

    /** Deleted accounts count as erased, though their key may go a moment later. */
    private static final String KEYS = """
            select k.subject, k.version, k.wrapped
            from security.subject_key k
            where k.wrapped is not null
            and not exists (select from security.erasure e where e.subject = k.subject)
            order by k.subject, k.version""";

    private static final String ERASED = """
            select subject from security.subject_key where wrapped is null
            union
            select subject from security.erasure
            order by subject""";

    private final Secrets secrets;
    private final SubjectKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;

    private LedgerMove(Secrets secrets, DataSource database, Clock clock) {
        this.secrets = secrets;
        this.keys = new SubjectKeys(database, secrets);
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    /**
     * With this installation's master key, which is made where nothing was made with one yet.
     *
     * @param database gives the one connection in whose transaction everything is read or written
     * @throws KeyFault where the master key is malformed, lost, or not the one that the database was begun with
     */
    public static LedgerMove with(SecuritySettings settings, DataSource database, Clock clock) {
        return new LedgerMove(Secrets.open(settings, new KeyCheck(JdbcClient.create(database))), database, clock);
    }

    /** Is given lines of a ledger's file. */
    @FunctionalInterface
    public interface Lines<X extends Exception> {
        void line(LedgerLine line) throws X;
    }

    /** Tells all keys, wrapped under the file's, and of whom there is none any more. */
    public <X extends Exception> void tell(PassphraseKey file, Lines<X> lines) throws X {
        var wrapped = jdbc.sql(KEYS)
                .query((row, number) -> {
                    var subject = row.getString("subject");
                    var version = row.getInt("version");
                    var clear = keys.unwrap(subject, version, row.getBytes("wrapped"));
                    return new LedgerLine.Key(
                            subject, version, file.wrap(SubjectKeys.about(subject, version), clear.getEncoded()));
                })
                .list();
        for (var line : wrapped) {
            lines.line(line);
        }
        for (var subject :
                jdbc.sql(ERASED).query((row, number) -> row.getString(1)).list()) {
            lines.line(new LedgerLine.Erased(subject));
        }
    }

    /**
     * Keeps a key, wrapped by this installation's.
     *
     * @throws InvalidKeyException where it was not wrapped under the file's
     */
    public void keep(PassphraseKey file, LedgerLine.Key key) throws InvalidKeyException {
        keys.keep(
                key.subject(),
                key.version(),
                file.unwrap(SubjectKeys.about(key.subject(), key.version()), key.wrapped()));
    }

    /** Keeps that there is no key any more, and sees to what its subject may have left. */
    public void keep(LedgerLine.Erased erased) {
        jdbc.sql("""
                        insert into security.subject_key (subject, version, wrapped, erased_at)
                        values (:subject, 1, null, clock_timestamp())
                        on conflict on constraint subject_key_pk do nothing""").param("subject", erased.subject()).update();
        UserId.parse(erased.subject())
                .ifPresent(person -> jdbc.sql("""
                        insert into security.erasure (subject, asked_at)
                        values (:subject, :now)
                        on conflict on constraint erasure_pk do nothing""")
                        .param("subject", SubjectId.of(person).text())
                        .param("now", Timestamps.utc(clock.instant()))
                        .update());
    }

    /** What reserved names are known by here. */
    public NameDigest names() {
        return new ReservedNames(secrets);
    }

    /** Reads what is sealed, with the keys as they are in the transaction. */
    public PersonalCipher cipher() {
        return new SubjectCipher(keys);
    }
}
