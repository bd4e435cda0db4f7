package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** A transaction bound to its thread, as the product's transaction manager has it; autocommit outside. */
@SuppressWarnings({"ThreadLocalUsage", "ReferenceEquality"}) // one per node; a connection is itself only
public final class Transactions implements TransactionManager, ConnectionProvider {

    private final DataSource dataSource;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection bound = current.get();
        return bound == null
                ? dataSource.getConnection()
                : ConnectionWrapperFactory.wrap(bound, new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    @Override
    public Transaction startTransaction() {
        if (current.get() != null) {
            return new Joined();
        }
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            current.set(connection);
            return new Bound(connection);
        } catch (SQLException e) {
            throw new JdbcException("Could not begin", e);
        }
    }

    private static final class Joined implements Transaction {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    }

    private final class Bound implements Transaction {
        private final Connection connection;

        private Bound(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void commit() {
            end(Connection::commit);
        }

        @Override
        public void rollback() {
            end(Connection::rollback);
        }

        private void end(Ending ending) {
            if (current.get() != connection) {
                return;
            }
            current.remove();
            try (connection) {
                ending.of(connection);
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new JdbcException("Could not end", e);
            }
        }
    }

    private interface Ending {
        void of(Connection connection) throws SQLException;
    }
}
