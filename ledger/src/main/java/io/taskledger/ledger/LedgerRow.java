package io.taskledger.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger stores it, to the byte.
 *
 * @param streamId null of an event of no stream; then {@code sequenceNumber} and {@code streamType} are, too
 * @param payload UTF-8 JSON
 * @param metadata UTF-8 JSON
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record LedgerRow(
        long position,
        @Nullable String streamId,
        @Nullable Long sequenceNumber,
        @Nullable String streamType,
        String type,
        @Nullable String revision,
        UUID eventId,
        Instant happenedAt,
        Instant recordedAt,
        byte[] payload,
        byte[] metadata) {

    /** The columns that {@link #read} expects, in its order; {@link StoredEvent} reads the first of them. */
    static final String COLUMNS = StoredEvent.COLUMNS + ", recorded_at";

    static LedgerRow read(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, Long.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                Timestamps.instant(row, 8),
                Timestamps.instant(row, 11),
                row.getBytes(9),
                row.getBytes(10));
    }
}
