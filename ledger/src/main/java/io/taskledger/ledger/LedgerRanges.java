package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Reads what is settled of the ledger in ranges of positions, for folds: ranges side by side, each in the ledger's order.
 * Whoever reads beyond {@link LedgerEventStorageEngine#settledPosition()} may miss what is committed late.
 */
public final class LedgerRanges {

    private static final String EXTENT = """
            select count(*), count(*) filter (where sequence_number = 0), count(*) filter (where type = any(?)),
                coalesce(sum(octet_length(payload)), 0)
            from ledger.event
            where position <= ?
            and stream_type = any(?)
            """;
    private static final String COUNT = "select count(*) from ledger.event where position <= ?";
    private static final String STREAMS = "select " + StoredEvent.COLUMNS + """
             from ledger.event
            where stream_id = any(?)
            and position <= ?
            order by position
            """;

    private final LedgerEventStorageEngine engine;
    private final DataSource dataSource;

    /**
     * Reads with connections of their own.
     *
     * @param engine whose serializer and upcasters the events pass through
     */
    public LedgerRanges(LedgerEventStorageEngine engine, DataSource dataSource) {
        this.engine = engine;
        this.dataSource = dataSource;
    }

    /**
     * How much there is.
     *
     * @param ofTypes events of the types asked for
     * @param payloadBytes of all events together
     */
    public record Extent(long events, long streams, long ofTypes, long payloadBytes) {}

    /**
     * A share of the ledger: whole streams, picked by a hash of their ids.
     *
     * @param streamTypes the stored types of the streams, such as {@code task}
     * @param part from 0
     * @param parts 1 or more, into which the streams are divided
     */
    public record Share(List<String> streamTypes, int part, int parts) {

        private String sql() {
            var whole = "select " + StoredEvent.COLUMNS + """
                     from ledger.event
                    where position > ?
                    and position <= ?
                    and stream_type = any(?)
                    """;
            var mine = "and (hashtext(stream_id) & 2147483647) %% %d = %d%n".formatted(parts, part);
            return whole + (parts == 1 ? "" : mine) + "order by position";
        }
    }

    /**
     * What streams of these types have up to a position.
     *
     * @param eventTypes stored types of events to be counted, such as {@code task.shared}; may be empty
     */
    public Extent extent(List<String> streamTypes, List<String> eventTypes, long upTo) {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EXTENT)) {
                statement.setArray(1, texts(connection, eventTypes));
                statement.setLong(2, upTo);
                statement.setArray(3, texts(connection, streamTypes));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Extent(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
                }
            }
        });
    }

    /** How many events there are up to a position, of whatever stream. */
    public long count(long upTo) {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
                statement.setLong(1, upTo);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /**
     * Reads ranges of a share, one after the other, with one connection. One thread's.
     *
     * @throws EventStoreException if the database does not answer
     */
    public RangeReader reader(Share share) {
        try {
            return new RangeReader(engine, dataSource.getConnection(), share.sql(), share.streamTypes());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All events of some streams up to a position, in the ledger's order. */
    public List<TrackedEventMessage<?>> streams(Collection<String> streams, long upTo) {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STREAMS)) {
                PositionReader.binary(statement);
                statement.setArray(1, texts(connection, streams));
                statement.setLong(2, upTo);
                return List.copyOf(engine.decode(rows(statement)));
            }
        });
    }

    static List<StoredEvent> rows(PreparedStatement statement) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(StoredEvent.read(rows));
            }
        }
        return events;
    }

    static java.sql.Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static EventStoreException failed(SQLException cause) {
        return new EventStoreException("Could not read a range of the ledger", cause);
    }

    private <T> T reading(SqlWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
