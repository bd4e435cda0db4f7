package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;

/** Work on a connection of the caller's transaction, if there is one. */
@FunctionalInterface
public interface SqlWork<T> {

    /** Does the work; the connection stays the caller's. */
    T on(Connection connection) throws SQLException;

    /**
     * Does the work on the provider's connection.
     *
     * @param what it is that fails, for the message
     * @throws JdbcException if the database does not do it
     */
    static <T> T with(ConnectionProvider connections, String what, SqlWork<T> work) {
        try (Connection connection = connections.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new JdbcException(what, e);
        }
    }
}
