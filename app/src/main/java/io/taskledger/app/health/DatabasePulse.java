package io.taskledger.app.health;

import java.sql.SQLException;

import javax.sql.DataSource;

import io.taskledger.ledger.PassingTrouble;
import io.taskledger.rest.status.Heartbeat;
import org.springframework.stereotype.Component;

/** Whether the database answers within two seconds. */
@Component
class DatabasePulse implements Heartbeat {

    private static final int PATIENCE_SECONDS = 2;

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
        return PassingTrouble.isIn(fault);
    }

    @Override
    public boolean isOutOfRoom(Throwable fault) {
        return PassingTrouble.isFullDisk(fault);
    }
}
