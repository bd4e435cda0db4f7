package io.taskledger.ledger.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

import io.taskledger.ledger.SqlWork;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which actors asked for something, for 24 hours. A key is taken in the transaction that does what was
 * asked, and is not taken if that is rolled back; of two who ask at once the second waits for the first one's commit,
 * on whichever node. Every method throws {@link org.axonframework.common.jdbc.JdbcException} if the database fails.
 */
public final class IdempotencyKeys {

    private static final String ALIVE = "created_at > clock_timestamp() - interval '24 hours'";

    /** One that has run out is taken over. */
    private static final String TAKE = """
            insert into ledger.idempotency_key (actor, key, request_digest, target)
            values (?, ?, ?, ?)
            on conflict on constraint idempotency_key_pkey do update
            set request_digest = excluded.request_digest,
                target = excluded.target,
                position = null,
                answer = null,
                created_at = excluded.created_at
            where not (ledger.idempotency_key.%s)
            """.formatted(ALIVE);

    private static final String FIND = """
            select request_digest, target, coalesce(position, 0), answer
            from ledger.idempotency_key
            where actor = ? and key = ? and %s
            """.formatted(ALIVE);

    private static final String REACHED = "update ledger.idempotency_key set position = ? where actor = ? and key = ?";
    private static final String KEEP =
            "update ledger.idempotency_key set answer = ? where actor = ? and key = ? and answer is null";
    private static final String SWEEP = "delete from ledger.idempotency_key where not (" + ALIVE + ")";

    private final ConnectionProvider connections;

    /**
     * Something that was done.
     *
     * @param digest of the request, in hex
     * @param target the stream that the command was for
     * @param position that it reached, 0 where it changed nothing
     * @param answer as it was answered, null until that is known
     */
    public record Done(
            String digest,
            @Nullable String target,
            long position,
            @Nullable String answer) {}

    /**
     * Keys in the transaction that the connections belong to.
     *
     * @param connections gives the connection of the caller's transaction
     */
    public IdempotencyKeys(ConnectionProvider connections) {
        this.connections = connections;
    }

    /**
     * Takes the key for what the caller is about to do, or finds what was done under it.
     *
     * @param digest of the request, in hex
     * @return empty where the key is the caller's now
     */
    public Optional<Done> take(String actor, String key, String digest, @Nullable String target) {
        return SqlWork.with(connections, "Could not take an idempotency key", connection -> {
            while (true) {
                if (taken(connection, actor, key, digest, target)) {
                    return Optional.empty();
                }
                Optional<Done> before = find(connection, actor, key);
                if (before.isPresent()) {
                    return before;
                }
                // It ran out between the two statements.
            }
        });
    }

    /** Notes how far the ledger was with it. */
    public void reached(String actor, String key, long position) {
        SqlWork.with(connections, "Could not note an idempotency key's position", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REACHED)) {
                statement.setLong(1, position);
                statement.setString(2, actor);
                statement.setString(3, key);
                return statement.executeUpdate();
            }
        });
    }

    /** Keeps how it was answered; the first answer stays. */
    public void keep(String actor, String key, String answer) {
        SqlWork.with(connections, "Could not keep an answer", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setString(1, answer);
                statement.setString(2, actor);
                statement.setString(3, key);
                return statement.executeUpdate();
            }
        });
    }

    /** What was done under the key; empty also while it is being done. */
    public Optional<Done> find(String actor, String key) {
        return SqlWork.with(
                connections, "Could not look for an idempotency key", connection -> find(connection, actor, key));
    }

    /** Deletes what has run out, and says how many. */
    public int sweep() {
        return SqlWork.with(connections, "Could not sweep the idempotency keys", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SWEEP)) {
                return statement.executeUpdate();
            }
        });
    }

    private static boolean taken(
            Connection connection, String actor, String key, String digest, @Nullable String target)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, actor);
            statement.setString(2, key);
            statement.setBytes(3, HexFormat.of().parseHex(digest));
            statement.setString(4, target);
            return statement.executeUpdate() == 1;
        }
    }

    private static Optional<Done> find(Connection connection, String actor, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, actor);
            statement.setString(2, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Done(
                                HexFormat.of().formatHex(rows.getBytes(1)),
                                rows.getString(2),
                                rows.getLong(3),
                                rows.getString(4)))
                        : Optional.empty();
            }
        }
    }
}
