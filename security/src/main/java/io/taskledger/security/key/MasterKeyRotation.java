package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;

import javax.crypto.SecretKey;
import javax.sql.DataSource;

import io.taskledger.security.SecuritySettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts another master key in the place of the one there is. Everything that the old one wraps is wrapped anew in one
 * transaction, at whose commit the new key counts and before which the old one does: whenever it stops, one of the two opens
 * everything, and the next start finds it. What is sealed with the wrapped keys stays as it is.
 */
public final class MasterKeyRotation {

    private static final String SUBJECTS =
            "select wrapped, subject as id, version from security.subject_key where wrapped is not null";

    private static final String KEEP_SUBJECT =
            "update security.subject_key set wrapped = ? where subject = ? and version = ?";

    private static final String SIGNING = "select wrapped, kid as id, 0 as version from security.signing_key";
    private static final String KEEP_SIGNING = "update security.signing_key set wrapped = ? where kid = ?";
    private static final String LINKS = "select sealed as wrapped, id, 0 as version from security.link";
    private static final String KEEP_LINK = "update security.link set sealed = ? where id = ?";
    private static final int BATCH = 1_000;

    private final SecuritySettings settings;
    private final Clock clock;

    /**
     * @param keys how many were wrapped anew
     * @param file where the new master key is
     * @param before where the old one is kept; the same file where it is the settings' matter
     */
    public record Rotated(long keys, Path file, Path before) {}

    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    private record Row(byte[] wrapped, String id, int version) {}

    private interface About {
        byte[] of(Row row);
    }

    public MasterKeyRotation(SecuritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param owner connections that may change all of {@code security}; no product may be running on that database
     * @param to where the new key is written, or is already; only where the settings give the key
     * @throws KeyFault where the key that there is does not fit the database: nothing was changed
     */
    public Rotated rotate(DataSource owner, Path to) throws SQLException {
        var old = Secrets.open(settings, new KeyCheck(JdbcClient.create(owner)));
        var file = settings.masterKey() == null ? MasterKey.next(settings) : to;
        var key = MasterKey.readOrMake(file);
        var keys = rewrapped(owner, old, new Secrets(key));
        if (settings.masterKey() != null) {
            return new Rotated(keys, file, file);
        }
        return new Rotated(keys, MasterKey.file(settings), MasterKey.replaceByNext(settings, clock.instant()));
    }

    private static long rewrapped(DataSource owner, Secrets old, Secrets young) throws SQLException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, old);
                var keys = all(
                        connection,
                        SUBJECTS,
                        KEEP_SUBJECT,
                        old,
                        young,
                        Secrets.SUBJECT_KEYS,
                        row -> SubjectKeys.about(row.id(), row.version()));
                keys += all(
                        connection,
                        SIGNING,
                        KEEP_SIGNING,
                        old,
                        young,
                        Secrets.SIGNING_KEYS,
                        row -> SigningKeys.about(row.id()));
                all(
                        connection,
                        LINKS,
                        KEEP_LINK,
                        old,
                        young,
                        Secrets.LINKS,
                        row -> row.id().getBytes(StandardCharsets.US_ASCII));
                inherit(connection, old, young);
                connection.commit();
                return keys;
            } finally {
                connection.rollback(); // Changes nothing after the commit.
            }
        }
    }

    /** Whoever starts meanwhile waits for the end, and then sees whose turn it is. */
    private static void lock(Connection connection, Secrets old) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table security.subject_key, security.signing_key, security.link in exclusive mode");
        }
        try (var statement = connection.prepareStatement(
                "select from security.key_check where id = 'master' and fingerprint = ? for update")) {
            statement.setBytes(1, old.fingerprint());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new KeyFault("Another rotation of the master key was faster; nothing was changed.");
                }
            }
        }
    }

    private static long all(
            Connection connection,
            String select,
            String update,
            Secrets old,
            Secrets young,
            String purpose,
            About about)
            throws SQLException {
        var from = old.derive(purpose, Aead.ALGORITHM);
        var to = young.derive(purpose, Aead.ALGORITHM);
        long done = 0;
        try (var read = connection.prepareStatement(select);
                var write = connection.prepareStatement(update)) {
            read.setFetchSize(BATCH);
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    add(row(rows), write, from, to, about);
                    if (++done % BATCH == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
        }
        return done;
    }

    private static void add(Row row, PreparedStatement write, SecretKey from, SecretKey to, About about)
            throws SQLException {
        byte[] clear;
        try {
            clear = Aead.open(from, about.of(row), row.wrapped());
        } catch (GeneralSecurityException broken) {
            throw new KeyFault("The key of " + row.id() + " was not wrapped by this master key; nothing was changed."
                    + " Put its table back from a backup first.");
        }
        write.setBytes(1, Aead.seal(to, about.of(row), clear));
        write.setString(2, row.id());
        if (row.version() > 0) {
            write.setInt(3, row.version());
        }
        write.addBatch();
    }

    /** Reserved names are known by a code of theirs alone, so that its key cannot be replaced but only handed on. */
    private static void inherit(Connection connection, Secrets old, Secrets young) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        insert into security.inherited_key (purpose, wrapped)
                        values (?, ?)
                        on conflict on constraint inherited_key_pk do update set wrapped = excluded.wrapped""")) {
            statement.setString(1, Secrets.RESERVATIONS);
            statement.setBytes(2, young.wrapped(Secrets.RESERVATIONS, old));
            statement.execute();
        }
        try (var statement = connection.prepareStatement("update security.key_check set fingerprint = ?")) {
            statement.setBytes(1, young.fingerprint());
            statement.execute();
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(rows.getBytes("wrapped"), rows.getString("id"), rows.getInt("version"));
    }
}
