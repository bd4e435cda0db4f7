package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a connection of its own that begins its work anew on another connection whenever it loses one. */
final class LastingSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LastingSession.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DataSource direct;
    private final Work work;
    private final Thread thread;
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    /** Goes on until the connection fails or the thread is interrupted. */
    interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    LastingSession(String name, DataSource direct, Work work) {
        this.direct = direct;
        this.work = work;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Duration wait = FIRST_WAIT;
        while (!closed) {
            long since = System.nanoTime();
            try (Connection connection = direct.getConnection()) {
                current = connection;
                work.on(connection);
            } catch (SQLException e) {
                if (!closed) {
                    log.warn("{} lost its connection and takes another: {}", thread.getName(), e.getMessage());
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                current = null;
            }
            boolean lasted = System.nanoTime() - since > LONGEST_WAIT.toNanos();
            wait = lasted ? FIRST_WAIT : wait;
            if (!pause(wait)) {
                return;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private static boolean pause(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Connection connection = current;
        if (connection != null) {
            try {
                // An interrupt does not reach a thread that waits for the network.
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("{} could not be cut off", thread.getName(), e);
            }
        }
    }
}
