package io.taskledger.messages.projection;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Writes down what an operator did, in the transaction that does it. Sent by the query side, never by an edge. */
public record RecordOperation(@TargetAggregateIdentifier ProjectionId projection, ProjectionEvent event) {

    public static RecordOperation of(ProjectionEvent event) {
        return new RecordOperation(event.projection(), event);
    }
}
