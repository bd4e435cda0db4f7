package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** The latest snapshot of each stream, and no other. */
final class Snapshots {

    private static final String STORE = """
            insert into ledger.snapshot (stream_id, sequence_number, stream_type, type, revision, event_id,
                happened_at, payload, metadata)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint snapshot_pkey do update
            set sequence_number = excluded.sequence_number,
                stream_type = excluded.stream_type,
                type = excluded.type,
                revision = excluded.revision,
                event_id = excluded.event_id,
                happened_at = excluded.happened_at,
                recorded_at = clock_timestamp(),
                payload = excluded.payload,
                metadata = excluded.metadata
            where ledger.snapshot.sequence_number <= excluded.sequence_number
            """;
    /** A snapshot has no position; the columns are those of an event so that both are read alike. */
    private static final String READ = """
            select 0::bigint, stream_id, sequence_number, stream_type, type, revision, event_id, happened_at,
                payload, metadata
            from ledger.snapshot
            where stream_id = ?
            """;

    private Snapshots() {}

    /** Keeps the snapshot in place of the stream's last one, unless that is of a later state. */
    static void store(Connection connection, DomainEventMessage<?> snapshot, Serializer serializer)
            throws SQLException {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = snapshot.serializeMetaData(serializer, byte[].class);
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, snapshot.getAggregateIdentifier());
            statement.setLong(2, snapshot.getSequenceNumber());
            statement.setString(3, snapshot.getType());
            statement.setString(4, payload.getType().getName());
            statement.setString(5, payload.getType().getRevision());
            statement.setObject(6, UUID.fromString(snapshot.getIdentifier()));
            statement.setObject(7, Timestamps.utc(snapshot.getTimestamp()));
            statement.setBytes(8, payload.getData());
            statement.setBytes(9, metadata.getData());
            statement.executeUpdate();
        }
    }

    static Optional<DomainEventData<byte[]>> latest(Connection connection, String stream) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            PositionReader.binary(statement);
            statement.setString(1, stream);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(StoredEvent.readOfStream(rows)) : Optional.empty();
            }
        }
    }
}
