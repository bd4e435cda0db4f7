package io.taskledger.bench.product;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;

import io.taskledger.bench.measure.Client;
import io.taskledger.messages.task.TaskId;
import io.taskledger.postgres.ConnectionDetails;

/**
 * The baseline of commands: one insert and one commit by plain JDBC, of a row with the very bytes that the product wrote,
 * into a copy of its event table with every index and constraint. A connection for each client, its statement prepared.
 */
public final class RawWork {

    private static final String INSERT = "insert into bench.event (stream_id, sequence_number, stream_type, type,"
            + " revision, event_id, happened_at, payload, metadata) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final ConnectionDetails database;
    private final Ledger.Row created;
    private final Ledger.Row edited;

    private RawWork(ConnectionDetails database, Ledger.Row created, Ledger.Row edited) {
        this.database = database;
        this.created = created;
        this.edited = edited;
    }

    /** Lets the product write one row of each kind first. */
    public static RawWork like(Node node) throws SQLException {
        var work = new TaskWork(node);
        var task = work.create();
        work.edit(task, true);
        try (Connection connection = node.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("create table bench.event (like ledger.event including all)");
        }
        var rows = Ledger.rows(node.database(), task);
        return new RawWork(node.database(), rows.getFirst(), rows.getLast());
    }

    /** Begins a new stream each time. */
    public Client creating() {
        return new Insert(created) {
            @Override
            public void act() throws SQLException {
                insert(TaskId.next().text(), 0);
            }
        };
    }

    /** Adds to one of its own streams each time, one after the other; each has so many events already. */
    public Client editing(int streams, long events) {
        var own = IntStream.range(0, streams)
                .mapToObj(stream -> TaskId.next().text())
                .toList();
        return new Insert(edited) {
            private int edits;

            @Override
            public void act() throws SQLException {
                insert(own.get(edits % streams), events + edits / streams);
                edits++;
            }
        };
    }

    private abstract class Insert implements Client {

        private final Ledger.Row row;
        private final Connection connection;
        private final PreparedStatement statement;

        Insert(Ledger.Row row) {
            this.row = row;
            try {
                connection = database.connect();
                connection.setAutoCommit(false);
                statement = connection.prepareStatement(INSERT);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void insert(String stream, long sequenceNumber) throws SQLException {
            statement.setString(1, stream);
            statement.setLong(2, sequenceNumber);
            statement.setString(3, row.streamType());
            statement.setString(4, row.type());
            statement.setString(5, row.revision());
            statement.setObject(6, UUID.randomUUID());
            statement.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
            statement.setBytes(8, row.payload());
            statement.setBytes(9, row.metadata());
            statement.executeUpdate();
            connection.commit();
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
