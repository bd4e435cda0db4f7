package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Goes through the whole ledger as it is stored: its digest, whether each stream is whole and in order, and whether every
 * event can be read. Takes the memory of some hundred events, however many there are.
 */
public final class LedgerCheck {

    /** So many faults are named; all are counted. */
    public static final int MOST_NAMED = 50;

    private static final int BATCH = 500;

    private static final String DISORDER = """
            select
                position, stream_id, count(*) over () as faults,
                case
                    when sequence_number <> before + 1 then
                        'number ' || sequence_number || ' follows ' || case when before < 0 then 'nothing' else before::text end
                    when stream_type <> type_before then 'the stream was a ' || type_before || ' before'
                    when position < position_before then 'it stands before an earlier one of its stream'
                    else 'it happened before an earlier one of its stream'
                end as what
            from (
                select
                    position, stream_id, sequence_number, stream_type, happened_at,
                    lag(sequence_number, 1, -1::bigint) over stream as before,
                    lag(position) over stream as position_before,
                    lag(happened_at) over stream as happened_before,
                    lag(stream_type) over stream as type_before
                from ledger.event
                where stream_id is not null
                and position <= ?
                window stream as (partition by stream_id order by sequence_number)) as placed
            where sequence_number <> before + 1
            or stream_type <> type_before
            or position < position_before
            or happened_at < happened_before
            order by position
            limit ?
            """;

    private static final String STREAMS = "select count(distinct stream_id) from ledger.event where position <= ?";

    private final LedgerEventStorageEngine engine;
    private final DataSource lasting;

    /**
     * Checks with connections of its own.
     *
     * @param engine whose serializer and upcasters the events pass through
     * @param lasting connections that may take their time
     */
    public LedgerCheck(LedgerEventStorageEngine engine, DataSource lasting) {
        this.engine = engine;
        this.lasting = lasting;
    }

    /**
     * What was found.
     *
     * @param sha256 see {@link LedgerDigest}
     * @param faultCount all of them
     * @param faults the first {@value #MOST_NAMED} of those of order, and of those that cannot be read
     */
    public record Found(long events, long streams, String sha256, long faultCount, List<Fault> faults) {}

    /**
     * An event that is not as it has to be.
     *
     * @param stream its stream; empty of an event of no stream
     * @param what what is wrong, behind "event 12 of task-…: "
     */
    public record Fault(long position, Optional<String> stream, String what) {}

    /**
     * Checks what is settled up to a position.
     *
     * @param watching is told how many events are read
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if the database does not answer
     */
    public Found upTo(long position, LongConsumer watching) {
        try (Connection connection = lasting.getConnection()) {
            Tally tally = new Tally();
            LedgerRows.each(connection, 0, position, row -> {
                tally.take(row);
                if (tally.batch.size() == BATCH) {
                    tally.read();
                    watching.accept(tally.events);
                }
            });
            tally.read();
            watching.accept(tally.events);
            tally.order(connection, position);
            return new Found(tally.events, tally.streams, tally.digest.hex(), tally.faultCount, tally.faults);
        } catch (SQLException e) {
            throw LedgerRanges.failed(e);
        }
    }

    private final class Tally {

        private final LedgerDigest digest = new LedgerDigest();
        private final List<StoredEvent> batch = new ArrayList<>(BATCH);
        private final List<Fault> faults = new ArrayList<>();
        private long faultCount;
        private long events;
        private long streams;

        void take(LedgerRow row) {
            digest.add(row);
            batch.add(StoredEvent.of(row));
            events++;
        }

        void read() {
            // Deserialising takes longer than all the rest, and no event waits for another.
            List<Fault> unreadable = batch.parallelStream()
                    .flatMap(event -> fault(event).stream())
                    .toList();
            batch.clear();
            faultCount += unreadable.size();
            unreadable.stream().limit(MOST_NAMED - faults.size()).forEach(faults::add);
        }

        void order(Connection connection, long upTo) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(STREAMS)) {
                statement.setLong(1, upTo);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    streams = row.getLong(1);
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(DISORDER)) {
                statement.setLong(1, upTo);
                statement.setInt(2, MOST_NAMED);
                long counted = 0;
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        faults.add(new Fault(rows.getLong(1), Optional.of(rows.getString(2)), rows.getString(4)));
                        counted = rows.getLong(3);
                    }
                }
                faultCount += counted;
            }
        }
    }

    // Whatever reading throws is what is wrong with the event.
    @SuppressWarnings("CatchingUnchecked")
    private Optional<Fault> fault(StoredEvent stored) {
        try {
            for (TrackedEventMessage<?> event : engine.decode(List.of(stored))) {
                event.getMetaData();
                if (event.getPayloadType() == UnknownSerializedType.class) {
                    return Optional.of(fault(
                            stored, "its type " + stored.getPayload().getType().getName() + " is not known"));
                }
                event.getPayload();
            }
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.of(fault(stored, "it cannot be read (" + root(unreadable) + ")"));
        }
    }

    private static Fault fault(StoredEvent stored, String what) {
        Optional<String> stream = stored instanceof StoredEvent.OfStream inStream
                ? Optional.of(inStream.getAggregateIdentifier())
                : Optional.empty();
        return new Fault(stored.position(), stream, what);
    }

    /** By its kind alone: a message may quote what is personal. */
    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
