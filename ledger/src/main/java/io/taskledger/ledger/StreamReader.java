package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one stream, as the transaction sees it. */
final class StreamReader {

    private static final String EVENTS = "select " + StoredEvent.COLUMNS
            + " from ledger.event where stream_id = ? and sequence_number >= ? order by sequence_number limit ?";
    private static final String LAST = "select max(sequence_number) from ledger.event where stream_id = ?";

    private StreamReader() {}

    static List<StoredEvent.OfStream> events(Connection connection, String stream, long from, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            PositionReader.binary(statement);
            statement.setString(1, stream);
            statement.setLong(2, from);
            statement.setInt(3, limit);
            List<StoredEvent.OfStream> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(StoredEvent.readOfStream(rows));
                }
            }
            return events;
        }
    }

    static Optional<Long> lastSequenceNumber(Connection connection, String stream) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setString(1, stream);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long last = rows.getLong(1);
                return rows.wasNull() ? Optional.empty() : Optional.of(last);
            }
        }
    }
}
