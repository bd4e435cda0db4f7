package io.taskledger.ledger.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import io.taskledger.ledger.SqlWork;
import org.axonframework.common.jdbc.ConnectionProvider;

/**
 * Names that one holder may have at a time. Taken and given back in the caller's transaction, together with the events
 * that say so; of two who want the same name at once the second waits for the first one's commit. What is reserved is
 * known here by a digest only. Every method throws {@link org.axonframework.common.jdbc.JdbcException} if the database
 * fails.
 */
public final class Reservations {

    private static final String RESERVE = """
            insert into ledger.reservation (kind, digest, holder)
            values (?, ?, ?)
            on conflict on constraint reservation_pkey do nothing
            """;
    private static final String RELEASE = "delete from ledger.reservation where kind = ? and digest = ? and holder = ?";
    private static final String HOLDER = "select holder from ledger.reservation where kind = ? and digest = ?";

    private final ConnectionProvider connections;

    /**
     * Reserves in the transaction that the connections belong to.
     *
     * @param connections gives the connection of the caller's transaction
     */
    public Reservations(ConnectionProvider connections) {
        this.connections = connections;
    }

    /**
     * Reserves what the digest stands for, or finds that the holder has it already. The transaction goes on either way.
     *
     * @return false if somebody else holds it
     */
    public boolean reserve(String kind, byte[] digest, String holder) {
        return SqlWork.with(connections, "Could not reserve a " + kind, connection -> {
            while (!inserted(connection, kind, digest, holder)) {
                Optional<String> held = holderOf(connection, kind, digest);
                if (held.isPresent()) {
                    return held.get().equals(holder);
                }
                // Given back between the two statements.
            }
            return true;
        });
    }

    /** Gives it back; false if the holder does not have it. */
    public boolean release(String kind, byte[] digest, String holder) {
        return SqlWork.with(
                connections,
                "Could not release a " + kind,
                connection -> changesOne(connection, RELEASE, kind, digest, holder));
    }

    /** Who holds it, as the caller's transaction sees it. */
    public Optional<String> holderOf(String kind, byte[] digest) {
        return SqlWork.with(
                connections,
                "Could not find the holder of a " + kind,
                connection -> holderOf(connection, kind, digest));
    }

    private static boolean inserted(Connection connection, String kind, byte[] digest, String holder)
            throws SQLException {
        return changesOne(connection, RESERVE, kind, digest, holder);
    }

    private static boolean changesOne(Connection connection, String sql, String kind, byte[] digest, String holder)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind);
            statement.setBytes(2, digest);
            statement.setString(3, holder);
            return statement.executeUpdate() == 1;
        }
    }

    private static Optional<String> holderOf(Connection connection, String kind, byte[] digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setString(1, kind);
            statement.setBytes(2, digest);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
