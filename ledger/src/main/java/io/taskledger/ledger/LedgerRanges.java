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
 * Reads what is settled of the ledger in ranges of positions, for folds: shares of it side by side, each in the ledger's
 * order. Whoever reads beyond {@link LedgerEventStorageEngine#settledPosition()} may miss what is committed late.
 */
public final class LedgerRanges {

    private static final String SHARE = "select " + StoredEvent.COLUMNS + """
             from ledger.event
            where position > ? and position <= ?
            and stream_type = any(?)
            and (? = 1 or (hashtext(stream_id) & 2147483647) % ? = ?)
            order by position
            limit ?
            """;
    private static final String COUNT = """
            select count(*)
            from ledger.event
            where position <= ?
            and stream_type = any(?)
            """;
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
     * A share of the ledger: whole streams, picked by a hash of their ids.
     *
     * @param streamTypes the stored types of the streams, such as {@code task}
     * @param part from 0
     * @param parts 1 or more, into which the streams are divided
     */
    public record Share(List<String> streamTypes, int part, int parts) {

        /** SQL that holds for the streams of the share, given the column with a stream's id. */
        public String holds(String streamColumn) {
            return "(hashtext(%s) & 2147483647) %% %d = %d".formatted(streamColumn, parts, part);
        }
    }

    /**
     * Events in the ledger's order.
     *
     * @param reached position up to which the share has been read
     * @param last nothing of the share is left in the range
     */
    public record Batch(List<? extends TrackedEventMessage<?>> events, long reached, boolean last) {}

    /**
     * Some events of a share behind {@code after} and not behind {@code upTo}.
     *
     * @param limit how many rows at most
     * @throws EventStoreException if the database does not answer
     */
    public Batch read(Share share, long after, long upTo, int limit) {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SHARE)) {
                PositionReader.binary(statement);
                statement.setFetchSize(0);
                statement.setLong(1, after);
                statement.setLong(2, upTo);
                statement.setArray(3, texts(connection, share.streamTypes()));
                statement.setInt(4, share.parts());
                statement.setInt(5, share.parts());
                statement.setInt(6, share.part());
                statement.setInt(7, limit);
                List<StoredEvent> rows = rows(statement);
                boolean last = rows.size() < limit;
                long reached = last ? upTo : rows.getLast().position();
                return new Batch(engine.decode(rows), reached, last);
            }
        });
    }

    /** How many events the streams of these types have up to a position. */
    public long count(List<String> streamTypes, long upTo) {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
                statement.setLong(1, upTo);
                statement.setArray(2, texts(connection, streamTypes));
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
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

    private static List<StoredEvent> rows(PreparedStatement statement) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(StoredEvent.read(rows));
            }
        }
        return events;
    }

    private static java.sql.Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private <T> T reading(SqlWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("Could not read a range of the ledger", e);
        }
    }
}
