package io.taskledger.query.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.taskledger.ledger.PassingTrouble;
import io.taskledger.ledger.TimeLimits;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.hibernate.Session;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the events of a batch that cannot be handled, in a transaction of its own that is always rolled back. What fails
 * in the database only, when the rows are written, is found too: that would doom the whole batch's transaction.
 */
final class Trial {

    private final EventMessageHandler handler;
    private final EntityManagerProvider entities;
    private final TransactionTemplate separately;

    Trial(EventMessageHandler handler, EntityManagerProvider entities, PlatformTransactionManager transactions) {
        this.handler = handler;
        this.entities = entities;
        this.separately = new TransactionTemplate(transactions);
        separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Failure(EventMessage<?> event, Exception cause) {}

    /** Trying a batch again and again takes longer than a transaction has that may append; this one appends nothing. */
    void takeTime() {
        entities.getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(TimeLimits.UNHURRIED.forTransaction());
            }
        });
    }

    /**
     * Handles the batch without the events that fail, and without those of their streams behind them.
     *
     * @param waiting whether an event waits behind a dead letter of its stream anyway
     * @return the first event of each stream that fails, by its identifier
     * @throws NotNow where the database is in trouble, which says nothing about the event
     */
    Map<String, Exception> failures(List<? extends EventMessage<?>> batch, Predicate<EventMessage<?>> waiting) {
        var streams = new HashMap<Object, Exception>();
        var failures = new HashMap<String, Exception>();
        var remaining = batch.stream().filter(event -> !waiting.test(event)).toList();
        for (var failure = attempt(remaining, streams); failure.isPresent(); failure = attempt(remaining, streams)) {
            streams.put(Streams.of(failure.get().event()), failure.get().cause());
            failures.put(failure.get().event().getIdentifier(), failure.get().cause());
        }
        return failures;
    }

    private Optional<Failure> attempt(List<? extends EventMessage<?>> events, Map<Object, Exception> without) {
        return separately.execute(status -> {
            status.setRollbackOnly();
            takeTime();
            return firstFailure(events, without, status);
        });
    }

    // Whatever a handler or the database throws is what is looked for here.
    @SuppressWarnings("CatchingUnchecked")
    private Optional<Failure> firstFailure(
            List<? extends EventMessage<?>> events, Map<Object, Exception> without, TransactionStatus status) {
        for (var event : events) {
            if (!without.containsKey(Streams.of(event))) {
                try {
                    handler.handle(event);
                    entities.getEntityManager().flush();
                } catch (Exception cause) {
                    status.setRollbackOnly();
                    if (PassingTrouble.isIn(cause)) {
                        throw new NotNow(cause);
                    }
                    return Optional.of(new Failure(event, cause));
                }
            }
        }
        return Optional.empty();
    }

    /** Whatever was to be handled comes again. */
    static final class NotNow extends IllegalStateException {
        NotNow(Exception cause) {
            super("the database is in trouble", cause);
        }
    }
}
