package io.taskledger.bench.product;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.messages.task.TaskId;

/**
 * How long after a command was answered its event shows in the task's row. Several people each change a task of their own
 * at fixed times, evenly spread, and then look at the row by plain SQL, about twice a millisecond.
 */
public final class Visibility {

    private static final int PEOPLE = 10;
    private static final Duration LOOK = Duration.ofNanos(400_000);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Node node;
    private final TaskWork work;
    private final String rows;

    public Visibility(Node node) throws SQLException {
        this.node = node;
        work = new TaskWork(node);
        try (Connection connection = node.database().connect();
                PreparedStatement live = connection.prepareStatement(
                        "select projection || '_v' || version from readmodel.live_version where projection = 'tasks'");
                ResultSet row = live.executeQuery()) {
            row.next();
            rows = row.getString(1) + ".task";
        }
    }

    /** Milliseconds, one value a command. */
    public Collection<Double> milliseconds(int commitsPerSecond, Duration time) throws Exception {
        long everyNanos = Duration.ofSeconds(PEOPLE).toNanos() / commitsPerSecond;
        var people = new ArrayList<Callable<List<Double>>>();
        long began = System.nanoTime();
        for (int person = 0; person < PEOPLE; person++) {
            long first = began + person * everyNanos / PEOPLE;
            people.add(() -> person(first, everyNanos, began + time.toNanos()));
        }
        var all = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (var measured : threads.invokeAll(people)) {
                all.addAll(measured.get());
            }
        }
        return all;
    }

    private List<Double> person(long first, long every, long end) throws SQLException {
        var measured = new ArrayList<Double>();
        TaskId task = work.create();
        try (Connection connection = node.database().connect();
                PreparedStatement look = connection.prepareStatement("select version from " + rows + " where id = ?")) {
            look.setString(1, task.text());
            for (int edit = 1; first + edit * every < end; edit++) {
                parkUntil(first + edit * every);
                work.edit(task, edit % 2 == 1);
                long answered = System.nanoTime();
                awaitVersion(look, edit);
                measured.add((System.nanoTime() - answered) / 1e6);
            }
        }
        return measured;
    }

    private static void awaitVersion(PreparedStatement look, long version) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (version(look) < version) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not visible after " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static long version(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    private static void parkUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
