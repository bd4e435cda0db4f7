package io.taskledger.command.projection;

import io.taskledger.messages.projection.ProjectionEvent;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RecordOperation;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** One projection's operations. Decides nothing: whether something could be done, the query side has found by doing it. */
// The id is assigned where events are applied, never in a constructor, and only Axon reads it.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
@Aggregate(type = "projection", cache = "aggregateCache")
class ProjectionLog {

    @AggregateIdentifier
    private ProjectionId projection;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordOperation command) {
        apply(command.event());
    }

    @EventSourcingHandler
    void on(ProjectionEvent event) {
        projection = event.projection();
    }

    /** Axon makes the instance that it replays events into. */
    ProjectionLog() {}
}
