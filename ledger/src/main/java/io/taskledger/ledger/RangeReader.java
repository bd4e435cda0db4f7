package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads ranges of the ledger with one connection and one statement. No transaction is open between two. */
public final class RangeReader implements AutoCloseable {

    private final LedgerEventStorageEngine engine;
    private final Connection connection;
    private final PreparedStatement statement;

    RangeReader(LedgerEventStorageEngine engine, Connection connection, String sql, List<String> streamTypes)
            throws SQLException {
        this.engine = engine;
        this.connection = connection;
        statement = connection.prepareStatement(sql);
        PositionReader.binary(statement);
        statement.setArray(3, LedgerRanges.texts(connection, streamTypes));
    }

    /**
     * The share's events behind {@code after} and not behind {@code upTo}, in the ledger's order. Their payloads are
     * deserialised when they are asked for.
     *
     * @throws EventStoreException if the database does not answer
     */
    public List<? extends TrackedEventMessage<?>> read(long after, long upTo) {
        try {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            return engine.decode(LedgerRanges.rows(statement));
        } catch (SQLException e) {
            throw LedgerRanges.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw LedgerRanges.failed(e);
        }
    }
}
