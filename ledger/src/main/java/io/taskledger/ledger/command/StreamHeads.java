package io.taskledger.ledger.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.taskledger.ledger.SqlWork;
import org.axonframework.common.jdbc.ConnectionProvider;

/** Asks the ledger, in one query, whether streams still end where somebody last saw them end. */
public final class StreamHeads {

    private static final String STALE = """
            select seen.stream_id
            from unnest(?::text[], ?::bigint[]) as seen (stream_id, sequence_number)
            where seen.sequence_number is distinct from (
                select max(event.sequence_number)
                from ledger.event as event
                where event.stream_id = seen.stream_id
            )
            """;

    private final ConnectionProvider connections;

    /**
     * Asks on these connections.
     *
     * @param connections gives the connection of the caller's transaction, or one of its own where there is none
     */
    public StreamHeads(ConnectionProvider connections) {
        this.connections = connections;
    }

    /**
     * Those of the streams whose last event is not the one that was seen last.
     *
     * @param seen the sequence number of the last event seen, by stream
     * @throws org.axonframework.common.jdbc.JdbcException if the database does not answer
     */
    public Set<String> stale(Map<String, Long> seen) {
        if (seen.isEmpty()) {
            return Set.of();
        }
        return SqlWork.with(
                connections, "Could not check the heads of the streams", connection -> ask(connection, seen));
    }

    private static Set<String> ask(Connection connection, Map<String, Long> seen) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STALE)) {
            String[] streams = seen.keySet().toArray(String[]::new);
            Long[] sequenceNumbers = seen.values().toArray(Long[]::new);
            statement.setArray(1, connection.createArrayOf("text", streams));
            statement.setArray(2, connection.createArrayOf("bigint", sequenceNumbers));
            Set<String> stale = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stale.add(rows.getString(1));
                }
            }
            return stale;
        }
    }
}
