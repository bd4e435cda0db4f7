package io.taskledger.query.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.JpaTables;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions.Version;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A projection's handlers as one version's feed calls them: on that version's rows, without the events that were
 * skipped. A batch that failed is tried event by event before it is handled again, so that only what fails goes to the
 * dead letters, and nothing of it to the rows. What is thrown from here holds nothing that people wrote.
 */
final class VersionHandlers implements EventMessageHandler {

    private static final String FAILURES = VersionHandlers.class.getName();

    private final EventMessageHandler handlers;
    private final JpaTables tables;
    private final Trial trial;
    private final FeedKit kit;
    private final Version version;
    private final LiveVersions live;
    private final Set<Long> skipped;
    private final Predicate<EventMessage<?>> waiting;
    private final Tokens tokens;
    private volatile boolean careful;

    /**
     * @param tables those that the handlers change
     * @param waiting whether an event has a dead letter of its stream before it
     */
    VersionHandlers(
            EventMessageHandler handlers,
            JpaTables tables,
            FeedKit kit,
            Version version,
            LiveVersions live,
            Set<Long> skipped,
            Predicate<EventMessage<?>> waiting) {
        this.handlers = handlers;
        this.tables = tables;
        this.kit = kit;
        this.tokens = kit.positions();
        this.version = version;
        this.live = live;
        this.skipped = skipped;
        this.waiting = waiting;
        this.trial = new Trial(new Pinned(), kit.entities(), kit.springTransactions());
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) {
        live.pin(version);
        return CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch
                ? handleIn(batch, event)
                : handleAlone(event);
    }

    private @Nullable Object handleIn(BatchingUnitOfWork<?> batch, EventMessage<?> event) {
        var failure = failures(batch).get(event.getIdentifier());
        if (failure != null) {
            throw FailureText.cause(failure);
        }
        try {
            return new Pinned().handle(event);
        } catch (Exception cause) {
            // Half of what the handler did may be in the rows.
            throw doomed(batch, cause);
        }
    }

    // Axon's type has no bound: a processor's batch is of events.
    private Map<String, Exception> failures(BatchingUnitOfWork<?> batch) {
        try {
            return batch.getOrComputeResource(FAILURES, key -> open(batch));
        } catch (RuntimeException passing) {
            throw doomed(batch, passing);
        }
    }

    /** Nothing of the batch is kept, the dead letters that Axon makes of what is thrown included. */
    private static ThrowableCause doomed(BatchingUnitOfWork<?> batch, Exception failure) {
        var cause = FailureText.cause(failure);
        batch.onPrepareCommit(doomed -> {
            throw new HandleAgain(cause);
        });
        return cause;
    }

    private Map<String, Exception> open(BatchingUnitOfWork<?> batch) {
        // Before anything is read: who mends rows holds the token too, and would be overwritten with what was read
        // before.
        tokens.holdAt(version);
        batch.onRollback(failed -> careful = true);
        batch.afterCommit(done -> careful = false);
        if (careful) {
            trial.takeTime();
        }
        var events = batch.getMessages().stream()
                .map(message -> (EventMessage<?>) message)
                .toList();
        Map<String, Exception> failures = careful ? trial.failures(events, waiting) : Map.of();
        batch.onCleanup(over -> tables.forget());
        // A stream's events make one row, which has the stream's id.
        tables.readAhead(events.stream().map(Streams::of).collect(Collectors.toSet()));
        return failures;
    }

    /** Why an event cannot be handled now; tried in a transaction of its own. */
    Optional<Exception> failure(EventMessage<?> event) {
        return trial.failures(List.of(event), one -> false).values().stream().findFirst();
    }

    /** A dead letter, tried again: what fails in the database shall fail here. */
    private @Nullable Object handleAlone(EventMessage<?> event) {
        try {
            var result = new Pinned().handle(event);
            kit.entities().getEntityManager().flush();
            return result;
        } catch (Exception failure) {
            kit.entities().getEntityManager().clear();
            throw FailureText.cause(failure);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return handlers.canHandle(event);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.canHandleType(payloadType);
    }

    @Override
    public Class<?> getTargetType() {
        return handlers.getTargetType();
    }

    /** The handlers on this version's rows, in whatever transaction there is. */
    private final class Pinned implements EventMessageHandler {
        @Override
        public @Nullable Object handle(EventMessage<?> event) throws Exception {
            live.pin(version);
            return skipped.contains(Streams.position(event)) ? null : handlers.handle(event);
        }
    }

    /** The batch is rolled back and comes again. */
    private static final class HandleAgain extends IllegalStateException {
        HandleAgain(ThrowableCause cause) {
            super("an event of the batch cannot be handled; the batch is handled again without it", cause);
        }
    }
}
