package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells every quarter of a second how far a rebuild is, and hears what is asked of it. */
final class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final RebuildNotes notes;
    private final RebuildDesk desk;
    private final RebuildId id;
    private final int attempt;
    private final Forecast forecast;
    private final Course course = new Course();
    private final Thread thread =
            Thread.ofPlatform().name("rebuild-beat").daemon().unstarted(this::run);
    private volatile long total;
    private volatile @Nullable Rest rest;
    private volatile boolean closed;

    Heartbeat(RebuildNotes notes, RebuildDesk desk, RebuildId id, int attempt, OptionalDouble restMillisPerEvent) {
        this.notes = notes;
        this.desk = desk;
        this.id = id;
        this.attempt = attempt;
        this.forecast = new Forecast(restMillisPerEvent);
    }

    /** Hears what has been asked for before the first step is done: who was paused stays so on the next node. */
    void start() {
        beat();
        thread.start();
    }

    Course course() {
        return course;
    }

    void expect(long events) {
        total = events;
    }

    /** All events have been folded. */
    void folded(Rest after) {
        course.advance(Math.max(0, total - course.done()));
        rest = after;
    }

    private void run() {
        while (!closed) {
            try {
                beat();
            } catch (DataAccessException | TransactionException away) {
                log.warn("A rebuild waits for the database: {}", away.getMessage());
            }
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    private void beat() {
        var now = System.nanoTime();
        var after = rest;
        if (course.isPaused()) {
            forecast.paused(now);
        } else if (after != null) {
            forecast.rest(now, after.at());
        } else if (total > 0) {
            forecast.sample(now, course.done(), course.written());
        }
        var paused = notes.beat(id, attempt, course.done(), forecast.rate(), forecast.millisLeft(total));
        paused.ifPresentOrElse(course::pause, this::stop);
    }

    private void stop() {
        var state = desk.state(id);
        if (state.filter(State.CANCELLED::equals).isPresent()) {
            course.stop(new Course.Cancelled());
        } else if (state.filter(State::ended).isEmpty()) {
            course.stop(new Course.TakenOver());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
