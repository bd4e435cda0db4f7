package io.taskledger.query.feed;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions.Version;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Writes a feed's token down when it has passed over events that its projection does not handle. Axon does so with the
 * next event that is handled, or after the claim's interval; until then other nodes, who see the token only, would take
 * the version for one that lags behind. Many events make one write, and a quiet ledger none.
 */
final class PassedEvents implements MessageMonitor<EventMessage<?>> {

    private static final Logger log = LoggerFactory.getLogger(PassedEvents.class);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Version version;
    private final Tokens tokens;
    private final Supplier<OptionalLong> reached;
    private final ScheduledExecutorService workers;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile long passed;
    private volatile long written;

    /** @param reached the position up to which this node has handled or passed over everything; empty without the token */
    PassedEvents(Version version, Tokens tokens, Supplier<OptionalLong> reached, ScheduledExecutorService workers) {
        this.version = version;
        this.tokens = tokens;
        this.reached = reached;
        this.workers = workers;
    }

    @Override
    public MonitorCallback onMessageIngested(EventMessage<?> event) {
        return new MonitorCallback() {
            @Override
            public void reportIgnored() {
                passed = Streams.position(event);
                writeSoon();
            }

            @Override
            public void reportSuccess() {
                // Its batch writes the token.
            }

            @Override
            public void reportFailure(@Nullable Throwable cause) {
                // Nor has the token moved.
            }
        };
    }

    private void writeSoon() {
        if (due.compareAndSet(false, true)) {
            try {
                var _ = workers.schedule(this::write, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                log.debug("The token of {} stays where it is: this node stops", version.schema());
            }
        }
    }

    private void write() {
        // Before it looks: what is passed over while it does makes it look again.
        due.set(false);
        reached.get().ifPresent(this::advance);
    }

    private void advance(long position) {
        if (position > written) {
            try {
                tokens.advance(version, position);
                written = position;
            } catch (DataAccessException later) {
                log.debug("The token of {} is written down later: {}", version.schema(), later.getMessage());
            }
        }
        if (position < passed) {
            // What is handled before it takes its time.
            writeSoon();
        }
    }
}
