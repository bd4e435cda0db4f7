package io.taskledger.ledger;

import java.time.Duration;
import java.util.List;

import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

import static org.axonframework.common.BuilderUtils.assertNonNull;

/**
 * The event store whose streams tell their readers when something is there: right after a commit on this node, soon after
 * one on another (through {@link LedgerWakeUp}), and every second in case that either was missed.
 */
public class LedgerEventStore extends AbstractEventStore implements Lifecycle, AutoCloseable {

    private final LedgerEventStorageEngine engine;
    private final Bell bell;
    private final SharedTail tail;
    private final @Nullable LedgerWakeUp wakeUp;
    private final Registration heard;

    protected LedgerEventStore(Builder builder) {
        super(builder);
        engine = (LedgerEventStorageEngine) storageEngine();
        tail = new SharedTail(engine);
        bell = new Bell(builder.pause, builder.net);
        wakeUp = builder.wakeUp;
        heard = wakeUp == null ? () -> true : wakeUp.onCommitElsewhere(bell::ring);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The engine, for those who read up to a settled position. */
    public LedgerEventStorageEngine engine() {
        return engine;
    }

    /**
     * Opens a stream of the events after the token, {@code null} for all; close it after use.
     *
     * @throws IllegalArgumentException if the token is of another storage engine
     */
    @Override
    public PromptStream openStream(@Nullable TrackingToken token) {
        LedgerStream stream = new LedgerStream(tail, bell, LedgerEventStorageEngine.positionOf(token));
        bell.add(stream);
        return stream;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        bell.ring();
        if (wakeUp != null) {
            wakeUp.committed();
        }
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        // After the processors, which close their streams themselves.
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, this::close);
    }

    /** Ends all open streams. */
    @Override
    public void close() {
        heard.cancel();
        bell.close();
    }

    /** Required: {@link #storageEngine(LedgerEventStorageEngine)}. */
    public static class Builder extends AbstractEventStore.Builder {

        private Duration pause = Duration.ofMillis(5);
        private Duration net = Duration.ofSeconds(1);
        private @Nullable LedgerWakeUp wakeUp;

        protected Builder() {}

        public Builder storageEngine(LedgerEventStorageEngine engine) {
            super.storageEngine(engine);
            return this;
        }

        /** Wakes the other nodes and hears them; without one their commits are seen at the next poll. */
        public Builder wakeUp(LedgerWakeUp otherNodes) {
            wakeUp = otherNodes;
            return this;
        }

        /**
         * The least time between two wake-ups of a stream, 5 ms if not set: each costs its reader a query. Four times as
         * long while commits come thick and fast.
         */
        public Builder pauseBetweenWakeUps(Duration least) {
            pause = least;
            return this;
        }

        /** How often streams look without being woken, 1 s if not set. */
        public Builder pollEvery(Duration interval) {
            net = interval;
            return this;
        }

        @Override
        public Builder storageEngine(EventStorageEngine engine) {
            super.storageEngine(engine);
            return this;
        }

        @Override
        public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> monitor) {
            super.messageMonitor(monitor);
            return this;
        }

        @Override
        public Builder spanFactory(EventBusSpanFactory spans) {
            super.spanFactory(spans);
            return this;
        }

        public LedgerEventStore build() {
            return new LedgerEventStore(this);
        }

        @Override
        protected void validate() {
            super.validate();
            assertNonNull(
                    storageEngine instanceof LedgerEventStorageEngine ? storageEngine : null,
                    "The storage engine must be a LedgerEventStorageEngine");
        }
    }
}
