package io.taskledger.bench.product;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.task.TaskId;
import io.taskledger.postgres.ConnectionDetails;

/** What the product has written, read past the product. */
final class Ledger {

    private Ledger() {}

    /**
     * A stored event.
     *
     * @param type the stored name
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to JDBC, never compared
    record Row(String streamType, String type, String revision, byte[] payload, byte[] metadata) {}

    /** The highest position; 0 if there is no event. */
    static long head(ConnectionDetails database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select coalesce(max(position), 0) from ledger.event");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A task's events, the first one first. */
    static List<Row> rows(ConnectionDetails database, TaskId task) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select stream_type, type, revision, payload, metadata
                        from ledger.event
                        where stream_id = ?
                        order by sequence_number""")) {
            statement.setString(1, task.text());
            var rows = new ArrayList<Row>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1), row.getString(2), row.getString(3), row.getBytes(4), row.getBytes(5)));
                }
            }
            return rows;
        }
    }
}
