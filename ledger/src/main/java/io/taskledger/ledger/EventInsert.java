package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** One statement that inserts events in their order. Used once. */
final class EventInsert {

    /** PostgreSQL takes 65,535 parameters in a statement; a row has 11. */
    static final int MOST_ROWS = 500;

    private static final String COLUMNS = "insert into ledger.event (stream_id, sequence_number, stream_type, type,"
            + " revision, event_id, happened_at, payload, metadata) values ";

    /** {@code greatest} passes over null: an event before which nothing is stored keeps its own time. */
    private static final String ROW = "(?, ?, ?, ?, ?, ?, greatest(?::timestamptz, (select before.happened_at"
            + " from ledger.event before where before.stream_id = ? and before.sequence_number = ?)), ?, ?)";

    /** Nothing to look up, which is half of what PostgreSQL does for a row. */
    private static final String ROW_AT_KNOWN_TIME = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String RESULT = " returning position, happened_at";

    private final PreparedStatement statement;
    private final Serializer serializer;
    private int bound;

    /**
     * An event as it was written.
     *
     * @param stream null of none
     */
    record Appended(long position, @Nullable String stream, long sequenceNumber, Instant happenedAt) {}

    /**
     * An event and what comes before it.
     *
     * @param happenedAt not before the events of its stream in the same statement, nor before one whose time is known
     * @param sequenceBefore of the last event of its stream before this statement, whose time is to be looked up; -1 where
     *     there is none, or the time is known
     */
    private record Placed(EventMessage<?> event, Instant happenedAt, long sequenceBefore) {

        String row() {
            return sequenceBefore < 0 ? ROW_AT_KNOWN_TIME : ROW;
        }

        Appended at(long position, Instant storedTime) {
            return event instanceof DomainEventMessage<?> inStream
                    ? new Appended(
                            position, inStream.getAggregateIdentifier(), inStream.getSequenceNumber(), storedTime)
                    : new Appended(position, null, -1, storedTime);
        }
    }

    private EventInsert(PreparedStatement statement, Serializer serializer) {
        this.statement = statement;
        this.serializer = serializer;
    }

    /** Inserts 1 to {@link #MOST_ROWS} events and answers them in their order. */
    static List<Appended> insert(
            Connection connection, List<? extends EventMessage<?>> events, StreamTimes times, Serializer serializer)
            throws SQLException {
        List<Placed> placed = place(events, times);
        String rows = placed.stream().map(Placed::row).collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + rows + RESULT)) {
            EventInsert insert = new EventInsert(statement, serializer);
            for (Placed event : placed) {
                insert.bind(event);
            }
            return insert.run(placed);
        }
    }

    private static List<Placed> place(List<? extends EventMessage<?>> events, StreamTimes times) {
        List<Placed> placed = new ArrayList<>(events.size());
        Map<String, Placed> latest = new HashMap<>();
        for (EventMessage<?> event : events) {
            // Cut, where PostgreSQL would round its microseconds up: nothing happened later than it did.
            Instant happenedAt = event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
            placed.add(
                    event instanceof DomainEventMessage<?> inStream
                            ? latest.compute(
                                    inStream.getAggregateIdentifier(),
                                    (stream, before) -> before == null
                                            ? first(inStream, happenedAt, times)
                                            : after(before, inStream, happenedAt))
                            : new Placed(event, happenedAt, -1));
        }
        return placed;
    }

    private static Placed first(DomainEventMessage<?> event, Instant happenedAt, StreamTimes times) {
        long before = event.getSequenceNumber() - 1;
        Instant known = before < 0 ? Instant.MIN : times.of(event.getAggregateIdentifier(), before);
        return known == null ? new Placed(event, happenedAt, before) : new Placed(event, later(known, happenedAt), -1);
    }

    private static Placed after(Placed before, DomainEventMessage<?> event, Instant happenedAt) {
        return new Placed(event, later(before.happenedAt(), happenedAt), before.sequenceBefore());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Appended> run(List<Placed> placed) throws SQLException {
        List<Appended> appended = new ArrayList<>(placed.size());
        try (ResultSet rows = statement.executeQuery()) {
            for (Placed event : placed) {
                rows.next();
                appended.add(event.at(rows.getLong(1), Timestamps.instant(rows, 2)));
            }
        }
        return appended;
    }

    private void bind(Placed placed) throws SQLException {
        EventMessage<?> event = placed.event();
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        if (event instanceof DomainEventMessage<?> inStream) {
            bindStream(inStream.getAggregateIdentifier(), inStream.getSequenceNumber(), inStream.getType());
        } else {
            bindStream(null, null, null);
        }
        bindWhat(event, payload);
        statement.setObject(++bound, Timestamps.utc(placed.happenedAt()));
        if (event instanceof DomainEventMessage<?> inStream && placed.sequenceBefore() >= 0) {
            statement.setString(++bound, inStream.getAggregateIdentifier());
            statement.setLong(++bound, placed.sequenceBefore());
        }
        statement.setBytes(++bound, payload.getData());
        statement.setBytes(++bound, metadata.getData());
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
}
