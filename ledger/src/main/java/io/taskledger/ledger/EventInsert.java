package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;
import static java.util.Collections.nCopies;

/** One statement that inserts events in their order. Used once. */
final class EventInsert {

    /** PostgreSQL takes 65,535 parameters in a statement; a row has 11. */
    static final int MOST_ROWS = 500;

    private static final String COLUMNS = "insert into ledger.event (stream_id, sequence_number, stream_type, type,"
            + " revision, event_id, happened_at, payload, metadata) values ";

    /** {@code greatest} passes over null: the first event of a stream keeps its own time. */
    private static final String ROW = "(?, ?, ?, ?, ?, ?, greatest(?::timestamptz, (select before.happened_at"
            + " from ledger.event before where before.stream_id = ? and before.sequence_number = ?)), ?, ?)";

    private final PreparedStatement statement;
    private final Serializer serializer;
    private final Map<String, Ahead> ahead = new HashMap<>();
    private int bound;

    /** What this statement has so far of a stream: the sequence number before it, and its latest time. */
    private record Ahead(long sequenceBefore, Instant latest) {}

    private EventInsert(PreparedStatement statement, Serializer serializer) {
        this.statement = statement;
        this.serializer = serializer;
    }

    /** Inserts 1 to {@link #MOST_ROWS} events and answers the last one's position. */
    static long insert(Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        String sql = COLUMNS + String.join(", ", nCopies(events.size(), ROW)) + " returning position";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            EventInsert insert = new EventInsert(statement, serializer);
            for (EventMessage<?> event : events) {
                insert.bind(event);
            }
            return insert.run();
        }
    }

    private long run() throws SQLException {
        long last = 0;
        try (ResultSet positions = statement.executeQuery()) {
            while (positions.next()) {
                last = Math.max(last, positions.getLong(1));
            }
        }
        return last;
    }

    private void bind(EventMessage<?> event) throws SQLException {
        // Cut, where PostgreSQL would round its microseconds up: nothing happened later than it did.
        Instant happenedAt = event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        if (event instanceof DomainEventMessage<?> inStream) {
            Ahead stream = goAhead(inStream, happenedAt);
            bindStream(inStream.getAggregateIdentifier(), inStream.getSequenceNumber(), inStream.getType());
            bindWhat(event, payload);
            bindWhen(stream.latest(), inStream.getAggregateIdentifier(), stream.sequenceBefore());
        } else {
            bindStream(null, null, null);
            bindWhat(event, payload);
            bindWhen(happenedAt, null, -1);
        }
        statement.setBytes(++bound, payload.getData());
        statement.setBytes(++bound, metadata.getData());
    }

    private Ahead goAhead(DomainEventMessage<?> event, Instant happenedAt) {
        return ahead.merge(
                event.getAggregateIdentifier(),
                new Ahead(event.getSequenceNumber() - 1, happenedAt),
                (first, next) -> new Ahead(
                        first.sequenceBefore(),
                        first.latest().isAfter(next.latest()) ? first.latest() : next.latest()));
    }

    private void bindStream(@Nullable String id, @Nullable Long sequenceNumber, @Nullable String type)
            throws SQLException {
        statement.setString(++bound, id);
        statement.setObject(++bound, sequenceNumber, Types.BIGINT);
        statement.setString(++bound, type);
    }

    private void bindWhat(EventMessage<?> event, SerializedObject<byte[]> payload) throws SQLException {
        statement.setString(++bound, payload.getType().getName());
        statement.setString(++bound, payload.getType().getRevision());
        statement.setObject(++bound, UUID.fromString(event.getIdentifier()));
    }

    private void bindWhen(Instant happenedAt, @Nullable String stream, long sequenceBefore) throws SQLException {
        statement.setObject(++bound, OffsetDateTime.ofInstant(happenedAt, UTC));
        statement.setString(++bound, stream);
        statement.setLong(++bound, sequenceBefore);
    }
}
