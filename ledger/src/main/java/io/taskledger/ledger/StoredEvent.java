package io.taskledger.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

import static java.util.Objects.requireNonNull;

/** A row of {@code ledger.event} as Axon reads it; {@link OfStream} if it belongs to a stream. */
class StoredEvent implements TrackedEventData<byte[]> {

    /** The columns that {@link #read} expects, in its order. */
    static final String COLUMNS = "position, stream_id, sequence_number, stream_type, type, revision, event_id,"
            + " happened_at, payload, metadata";

    private final long position;
    private final String eventId;
    private final Instant happenedAt;
    private final SerializedObject<byte[]> payload;
    private final SerializedObject<byte[]> metadata;

    private StoredEvent(ResultSet row) throws SQLException {
        position = row.getLong(1);
        eventId = row.getString(7);
        happenedAt = Timestamps.instant(row, 8);
        payload = new SimpleSerializedObject<>(row.getBytes(9), byte[].class, row.getString(5), row.getString(6));
        metadata = new SerializedMetaData<>(row.getBytes(10), byte[].class);
    }

    private StoredEvent(LedgerRow row) {
        position = row.position();
        eventId = row.eventId().toString();
        happenedAt = row.happenedAt();
        payload = new SimpleSerializedObject<>(row.payload(), byte[].class, row.type(), row.revision());
        metadata = new SerializedMetaData<>(row.metadata(), byte[].class);
    }

    static StoredEvent of(LedgerRow row) {
        return row.streamId() == null ? new StoredEvent(row) : new OfStream(row);
    }

    static StoredEvent read(ResultSet row) throws SQLException {
        return row.getString(2) == null ? new StoredEvent(row) : new OfStream(row);
    }

    /** A row that is known to belong to a stream. */
    static OfStream readOfStream(ResultSet row) throws SQLException {
        return new OfStream(row);
    }

    long position() {
        return position;
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return happenedAt;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metadata;
    }

    /** An event with a place in a stream. */
    static final class OfStream extends StoredEvent implements DomainEventData<byte[]> {

        private final String streamId;
        private final long sequenceNumber;
        private final String streamType;

        private OfStream(ResultSet row) throws SQLException {
            super(row);
            streamId = row.getString(2);
            sequenceNumber = row.getLong(3);
            streamType = row.getString(4);
        }

        private OfStream(LedgerRow row) {
            super(row);
            streamId = requireNonNull(row.streamId());
            sequenceNumber = requireNonNull(row.sequenceNumber());
            streamType = requireNonNull(row.streamType());
        }

        @Override
        public String getAggregateIdentifier() {
            return streamId;
        }

        @Override
        public long getSequenceNumber() {
            return sequenceNumber;
        }

        @Override
        public String getType() {
            return streamType;
        }
    }
}
