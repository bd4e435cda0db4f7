package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that begin when the first thing is asked of the database. A command on a cached aggregate asks nothing: all
 * it does is one append. That is left until its unit of work commits and is then sent by itself, as a transaction of one
 * statement: one round trip in place of two, and a connection for no longer than that. Whatever else asks for a connection
 * before begins the transaction, and what was left to the end is done in it first.
 *
 * <p>Wiring: the command bus's transaction manager, and the connection provider of the storage engine and of all that the
 * handlers of such commands use.
 */
public final class LateTransactions implements TransactionManager, ConnectionProvider {

    private static final String RESOURCE = LateTransactions.class.getName();

    private static final Transaction JOINED = new Transaction() {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    };

    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final ConnectionProvider autocommitting;
    private final Predicate<Message<?>> mayBeginLate;

    /**
     * Transactions as others begin and end them, only later.
     *
     * @param connections gives the connection of such a transaction; one of its own where there is none
     * @param autocommitting gives connections outside any transaction, to the same database as the same role
     * @param mayBeginLate whether all that the message's handlers ask of the database goes through this object, and no
     *     transaction is there already: the others' begins at once, or joins the one that is there
     */
    public LateTransactions(
            TransactionManager transactions,
            ConnectionProvider connections,
            ConnectionProvider autocommitting,
            Predicate<Message<?>> mayBeginLate) {
        this.transactions = transactions;
        this.connections = connections;
        this.autocommitting = autocommitting;
        this.mayBeginLate = mayBeginLate;
    }

    @Override
    public Transaction startTransaction() {
        if (ofCurrent() != null) {
            return JOINED;
        }
        if (!CurrentUnitOfWork.isStarted()) {
            return transactions.startTransaction();
        }
        UnitOfWork<?> current = CurrentUnitOfWork.get();
        if (current.parent().isPresent() || !mayBeginLate.test(current.getMessage())) {
            return transactions.startTransaction();
        }
        Late late = new Late();
        current.resources().put(RESOURCE, late);
        return late;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Late late = ofCurrent();
        if (late != null) {
            late.begin();
        }
        return connections.getConnection();
    }

    /** All that a unit of work appends; throws as the storage engine does. */
    @FunctionalInterface
    interface Append {
        void on(ConnectionProvider connections);
    }

    /**
     * Leaves an append of one statement to the end of the current unit of work.
     *
     * @return false where it has to be done now: its transaction has begun, or something was left to the end before
     */
    static boolean leaveToTheEnd(Append append) {
        Late late = ofCurrent();
        return late != null && late.take(append);
    }

    /** The one that is open and was begun by nobody else; null where there is none. */
    private static @Nullable Late ofCurrent() {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        Late late = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        return late == null || late.ended ? null : late;
    }

    private final class Late implements Transaction {

        private @Nullable Transaction begun;
        private @Nullable Append left;
        private boolean ended;

        boolean take(Append append) {
            if (begun != null || left != null) {
                return false;
            }
            left = append;
            return true;
        }

        void begin() {
            if (begun == null) {
                begun = transactions.startTransaction();
                doWhatIsLeft(connections);
            }
        }

        private void doWhatIsLeft(ConnectionProvider where) {
            Append append = left;
            left = null;
            if (append != null) {
                append.on(where);
            }
        }

        @Override
        public void commit() {
            ended = true;
            if (begun == null) {
                doWhatIsLeft(autocommitting);
            } else {
                begun.commit();
            }
        }

        @Override
        public void rollback() {
            ended = true;
            if (begun != null) {
                begun.rollback();
            }
        }
    }
}
