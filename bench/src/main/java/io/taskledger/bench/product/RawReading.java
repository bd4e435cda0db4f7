package io.taskledger.bench.product;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import io.taskledger.postgres.ConnectionDetails;
import tools.jackson.databind.json.JsonMapper;

/**
 * The baseline of rebuilds: all events read in order through one cursor in binary form, and each payload parsed to a tree.
 * The metadata is read, not parsed; nothing is made of either.
 */
public final class RawReading {

    private static final int FETCH = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private RawReading() {}

    /** Events in a second. */
    public static double perSecond(ConnectionDetails database) throws SQLException {
        long began = System.nanoTime();
        long events = 0;
        // -1: binary from the first execution on.
        var url = database.jdbcUrl() + "?prepareThreshold=-1";
        try (var connection = DriverManager.getConnection(url, database.user(), database.password())) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("""
                    select position, stream_id, sequence_number, type, revision, happened_at, payload, metadata
                    from ledger.event
                    order by position""")) {
                statement.setFetchSize(FETCH);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        read(row);
                        events++;
                    }
                }
            }
        }
        return events * 1e9 / (System.nanoTime() - began);
    }

    private static void read(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        var stream = row.getString(2);
        long sequenceNumber = row.getLong(3);
        var type = row.getString(4);
        var revision = row.getString(5);
        var happenedAt = row.getObject(6, OffsetDateTime.class);
        byte[] metadata = row.getBytes(8);
        var payload = JSON.readTree(row.getBytes(7));
        if (position < 1
                || stream == null
                || sequenceNumber < 0
                || type == null
                || revision == null
                || happenedAt == null
                || metadata.length == 0
                || !payload.isObject()) {
            throw new IllegalStateException("Not an event of a task at position " + position);
        }
    }
}
