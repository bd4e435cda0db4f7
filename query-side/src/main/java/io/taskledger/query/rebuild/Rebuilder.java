package io.taskledger.query.rebuild;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.query.projection.Leftovers;
import io.taskledger.query.projection.ReadModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does the rebuilds that are asked for. Of several nodes one does each: who has PostgreSQL's advisory lock for the
 * projection, which goes with its connection, so that a node that dies leaves the work to the next at once.
 */
public final class Rebuilder implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Workshop workshop;
    private final List<ReadModel> models;
    private final RebuildDesk desk;
    private final RebuildNotes notes;
    private final Leftovers leftovers;
    private final String node = ManagementFactory.getRuntimeMXBean().getName();
    private final Thread looking =
            Thread.ofPlatform().name("rebuilder").daemon().unstarted(this::look);
    private volatile boolean running;
    private volatile @Nullable Heartbeat current;

    public Rebuilder(Workshop workshop, List<ReadModel> models) {
        this.workshop = workshop;
        this.models = models;
        this.desk = new RebuildDesk(workshop.jdbc());
        this.notes = new RebuildNotes(workshop.jdbc());
        this.leftovers = new Leftovers(workshop.jdbc(), workshop.versions());
    }

    @Override
    public void start() {
        running = true;
        looking.start();
    }

    /** What is cut short here is begun anew by the next node, or by this one when it starts again. */
    @Override
    public void stop() {
        running = false;
        var beat = current;
        if (beat != null) {
            beat.course().stop(new Course.TakenOver());
        }
        LockSupport.unpark(looking);
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the feeds, so that it stops before them. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private void look() {
        while (running) {
            try {
                models.forEach(this::doNext);
            } catch (DataAccessException | TransactionException away) {
                log.warn("Rebuilds wait for the database: {}", away.getMessage());
            } catch (RuntimeException fault) {
                // Nobody else on this node does rebuilds, or sweeps what they leave.
                log.error("A rebuild came upon a fault that it has no word for", fault);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void doNext(ReadModel model) {
        var open = desk.open(model.name(), workshop.versions().shape(model.name()));
        var sweeping = leftovers.any(model.name());
        if (!running || (open.isEmpty() && !sweeping)) {
            return;
        }
        try (var connection = workshop.lasting().getConnection()) {
            if (lock(connection, model.name())) {
                try {
                    leftovers.sweep(model.name());
                    // Read anew: another node may have done it while this one waited.
                    next(model).ifPresent(asked -> run(model, asked));
                } finally {
                    unlock(connection, model.name());
                }
            }
        } catch (SQLException e) {
            log.warn("Rebuilds wait for the database: {}", e.getMessage());
        }
    }

    private Optional<RebuildDesk.Asked> next(ReadModel model) {
        return desk.open(model.name(), workshop.versions().shape(model.name())).stream()
                .findFirst();
    }

    private void run(ReadModel model, RebuildDesk.Asked asked) {
        var attempt = notes.begin(asked.id(), node);
        try (var beat = new Heartbeat(notes, desk, asked.id(), attempt, notes.restMillisPerEvent(model.name()))) {
            current = beat;
            if (!running) {
                return;
            }
            beat.start();
            new RebuildRun(workshop, model, asked, attempt, beat).run();
        } finally {
            current = null;
        }
    }

    /** Held until it is given back, or the connection is gone. */
    private static boolean lock(Connection connection, String projection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(hashtext('taskledger rebuild'), hashtext(?))", projection);
    }

    private static void unlock(Connection connection, String projection) throws SQLException {
        ask(connection, "select pg_advisory_unlock(hashtext('taskledger rebuild'), hashtext(?))", projection);
    }

    private static boolean ask(Connection connection, String sql, String projection) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, projection);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
