package io.taskledger.bench.product;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand.Rebuild;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds of a projection as operators ask for them. */
public final class Rebuilds {

    private static final ProjectionId TASKS = ProjectionId.named(Projection.TASKS);
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Node node;
    private final ProjectionId projection;
    private final JdbcClient jdbc;

    /** Of the tasks. */
    public Rebuilds(Node node) {
        this(node, TASKS);
    }

    public Rebuilds(Node node, ProjectionId projection) {
        this.node = node;
        this.projection = projection;
        jdbc = node.bean(JdbcClient.class);
    }

    /** Drops all that can be made from the ledger: the next node to start makes it anew. */
    public static void forgetReadSide(ConnectionDetails database) throws SQLException {
        try (var connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop schema readmodel, tasks_v1, accounts_v1, workspaces_v1, activity_v1, statistics_v1, history_v1"
                            + " cascade");
        }
    }

    /** Waits for what was asked for by the node itself when it started. */
    public void awaitFirst() {
        await("select count(*) from readmodel.rebuild where ended_at is null", 0);
    }

    /**
     * From the command to the swap: reading, folding, writing, indexes, catching up, verifying and swapping. Seconds.
     *
     * @throws IllegalStateException where it does not end in a swap
     */
    public double seconds() {
        long began = System.nanoTime();
        run(Afterwards.SWAP, State.SWAPPED);
        return (System.nanoTime() - began) / 1e9;
    }

    /** Makes a version that waits for {@link #swap}. */
    public RebuildId held() {
        return run(Afterwards.HOLD, State.HELD);
    }

    /** Makes a version that was held live. */
    public void swap(RebuildId held) {
        node.order(new Swap(projection, held, null));
    }

    private RebuildId run(Afterwards afterwards, State wanted) {
        var id = RebuildId.next();
        node.order(new Rebuild(projection, id, afterwards, null));
        await("select count(*) from readmodel.rebuild where ended_at is null and state <> 'HELD'", 0);
        var state = jdbc.sql("select state from readmodel.rebuild where id = :id")
                .param("id", id.text())
                .query(String.class)
                .single();
        if (!wanted.name().equals(state)) {
            throw new IllegalStateException("The rebuild ended as " + state);
        }
        return id;
    }

    private void await(String question, long wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (jdbc.sql(question).query(Long.class).single() != wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No end of a rebuild in " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
