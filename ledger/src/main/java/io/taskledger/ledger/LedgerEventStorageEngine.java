package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Axon's event storage in the table {@code ledger.event}. Every reader gets every committed event once, in the one order
 * of their positions: an event that is committed late holds the later ones back until it is there
 * ({@link SettledMark} says how that is known).
 *
 * <p>Appends and reads of a stream use the caller's transaction ({@link LateTransactions} may leave an append to its
 * end). Reads by position use connections of their own, since
 * they must see what is committed now.
 */
public class LedgerEventStorageEngine extends BatchingEventStorageEngine {

    /** The least time between two looks at who is appending: a look reads the whole lock table. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final ConnectionProvider connections;
    private final PositionReader reader;
    private final StreamTimes times = new StreamTimes();
    private final boolean snapshots;

    protected LedgerEventStorageEngine(LedgerEngineBuilder builder) {
        super(builder);
        connections = requireNonNull(builder.connections);
        reader = new PositionReader(requireNonNull(builder.dataSource), new SettledMark(BETWEEN_LOOKS));
        snapshots = builder.snapshots;
    }

    public static LedgerEngineBuilder builder() {
        return new LedgerEngineBuilder();
    }

    /**
     * The highest position known to be settled: every event up to it is there, and none will come before it. It is that of
     * an event, 0 if there is none. Asks the database; an open append anywhere keeps it where it is.
     *
     * @throws EventStoreException if the database does not answer
     */
    public long settledPosition() {
        return reading("Could not find the settled position", reader::settledNow);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<? extends EventMessage<?>> batch = List.copyOf(events);
        boolean oneStatement = batch.size() <= EventInsert.MOST_ROWS;
        if (!oneStatement || !LateTransactions.leaveToTheEnd(where -> append(where, batch, serializer))) {
            append(connections, batch, serializer);
        }
    }

    private void append(ConnectionProvider where, List<? extends EventMessage<?>> events, Serializer serializer) {
        try (Connection connection = where.getConnection()) {
            for (int from = 0; from < events.size(); from += EventInsert.MOST_ROWS) {
                int to = Math.min(from + EventInsert.MOST_ROWS, events.size());
                appended(EventInsert.insert(connection, events.subList(from, to), times, serializer), connection);
            }
        } catch (SQLException e) {
            handlePersistenceException(e, AppendConflict.culprit(e, events));
        }
    }

    private void appended(List<EventInsert.Appended> events, Connection connection) throws SQLException {
        AppendedPosition.reached(
                events.stream().mapToLong(EventInsert.Appended::position).max().orElseThrow());
        // Committed with its statement; of others it is not known here whether they ever will be.
        if (connection.getAutoCommit()) {
            events.forEach(times::committed);
        }
    }

    @Override
    protected void handlePersistenceException(Exception exception, EventMessage<?> failedEvent) {
        if (AppendConflict.isVictim(exception)) {
            throw new ConcurrencyException("Another transaction was let through before this one", exception);
        }
        super.handlePersistenceException(exception, failedEvent);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        try (Connection connection = connections.getConnection()) {
            Snapshots.store(connection, snapshot, serializer);
        } catch (SQLException e) {
            handlePersistenceException(e, snapshot);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        if (!snapshots) {
            return Stream.empty();
        }
        return inCallersTransaction(
                "Could not read the snapshot of " + stream, connection -> Snapshots.latest(connection, stream))
                .stream();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long from, int limit) {
        return inCallersTransaction(
                "Could not read the stream " + stream,
                connection -> StreamReader.events(connection, stream, from, limit));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return inCallersTransaction(
                "Could not find the end of the stream " + stream,
                connection -> StreamReader.lastSequenceNumber(connection, stream));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int limit) {
        return rowsAfter(positionOf(after), limit).events();
    }

    /** The next batch after the position, and how things stand behind it. */
    TailBatch readAfter(long position) {
        PositionReader.Rows rows = rowsAfter(position, batchSize());
        List<? extends TrackedEventMessage<?>> events = decode(rows.events());
        long reached =
                rows.events().isEmpty() ? position : rows.events().getLast().position();
        return new TailBatch(events, reached, rows.events().size() == batchSize(), rows.heldBack());
    }

    /** Rows as every reader of the ledger sees them: upcast; payloads are deserialised when asked for. */
    List<? extends TrackedEventMessage<?>> decode(List<? extends StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), getEventSerializer(), upcasterChain)
                .toList();
    }

    private PositionReader.Rows rowsAfter(long position, int limit) {
        return reading("Could not read events after position " + position, () -> reader.after(position, limit));
    }

    /** Before the first event, there or to come. */
    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    /** At the settled position: nothing that is committed from now on is missed. */
    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(settledPosition());
    }

    /** Before the first event that was recorded at or after the instant, by the database's clock. */
    @Override
    public TrackingToken createTokenAt(Instant recordedSince) {
        return new GlobalSequenceTrackingToken(
                reading("Could not find the position at " + recordedSince, () -> reader.before(recordedSince)));
    }

    /**
     * The position that a token stands for; 0 for none, the lower bound for one that wraps several.
     *
     * @throws IllegalArgumentException if the token is of another storage engine
     */
    static long positionOf(@Nullable TrackingToken token) {
        TrackingToken lower = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (lower) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            default -> throw new IllegalArgumentException("Not a token of the ledger: " + lower);
        };
    }

    private <T> T inCallersTransaction(String failure, SqlWork<T> work) {
        return reading(failure, () -> {
            try (Connection connection = connections.getConnection()) {
                return work.on(connection);
            }
        });
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T reading(String failure, Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new EventStoreException(failure, e);
        }
    }
}
