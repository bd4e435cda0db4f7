package io.taskledger.app.health;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.taskledger.ledger.PassingTrouble;
import io.taskledger.rest.status.Heartbeat;
import io.taskledger.ui.shell.Outages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;

/** Whether the database answers within two seconds. */
@Component
class DatabasePulse implements Heartbeat, Outages {

    private static final int PATIENCE_SECONDS = 2;
    private static final int DEEPEST = 12;

    private final DataSource database;

    DatabasePulse(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }

    @Override
    public boolean isPassing(Throwable fault) {
        return PassingTrouble.isIn(fault) || isFailedFind(fault);
    }

    /** Hibernate logs why a find failed, finds nothing, and lets the commit fail. */
    private static boolean isFailedFind(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(UnexpectedRollbackException.class::isInstance);
    }

    @Override
    public boolean isOutOfRoom(Throwable fault) {
        return PassingTrouble.isFullDisk(fault);
    }
}
