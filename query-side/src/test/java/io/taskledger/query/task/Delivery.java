package io.taskledger.query.task;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.JpaTables;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands events to the projection as a processor does, each in a transaction, without any ledger. */
final class Delivery {

    /** No two events of a JVM have the same position. */
    private static final AtomicLong POSITIONS = new AtomicLong();

    private final TransactionTemplate transactions =
            new TransactionTemplate(ReadSide.bean(PlatformTransactionManager.class));
    private final AnnotationEventHandlerAdapter projection =
            new AnnotationEventHandlerAdapter(new TaskProjection(tables()));

    /** Makes the next event of a task. */
    record Event(long position, DomainEventMessage<?> message) {
        static Event of(TaskEvent event, long version, Instant at) {
            return new Event(
                    POSITIONS.incrementAndGet(),
                    new GenericDomainEventMessage<>(
                            "task",
                            event.taskId().text(),
                            version,
                            event,
                            Map.of(),
                            UUID.randomUUID().toString(),
                            at));
        }
    }

    void deliver(Event... events) {
        transactions.executeWithoutResult(_ -> {
            for (var event : events) {
                handle(event);
            }
        });
    }

    void deliverTwice(Event event) {
        deliver(event);
        deliver(event);
    }

    /** As if the projection had never heard of the task. */
    void forget(TaskId task) {
        transactions.executeWithoutResult(
                _ -> TaskProjection.FORMS.forEach(form -> tables().rows(form).removeAllOf(task.text())));
    }

    /** In a transaction of its own. */
    void deliverApart(Event event) {
        apart().executeWithoutResult(_ -> handle(event));
    }

    /** As if the projection had never heard of the task, in a transaction of its own. */
    void forgetApart(TaskId task) {
        apart().executeWithoutResult(_ -> tables().rows(TaskEntity.FORM).remove(task.text()));
    }

    private static TransactionTemplate apart() {
        var apart = new TransactionTemplate(ReadSide.bean(PlatformTransactionManager.class));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return apart;
    }

    private static JpaTables tables() {
        return new JpaTables(ReadSide.bean(EntityManagerProvider.class));
    }

    private void handle(Event event) {
        var token = new GlobalSequenceTrackingToken(event.position());
        try {
            projection.handle(new GenericTrackedDomainEventMessage<>(token, event.message()));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
