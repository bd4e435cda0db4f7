package io.taskledger.app.health;

import io.taskledger.query.projection.Projection;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready as long as this node's processors run; where one is in trouble, readers would be told old news. */
@Component("projections")
class ProjectionsHealthIndicator implements HealthIndicator {

    private final EventProcessingConfiguration processors;

    ProjectionsHealthIndicator(EventProcessingConfiguration processors) {
        this.processors = processors;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var projection : Projection.all()) {
            var state = processors
                    .eventProcessor(projection.name(), StreamingEventProcessor.class)
                    .map(ProjectionsHealthIndicator::state)
                    .orElse(State.STOPPED);
            health.withDetail(projection.name(), state);
            if (state != State.RUNNING) {
                health.down();
            }
        }
        return health.build();
    }

    private static State state(StreamingEventProcessor processor) {
        if (!processor.isRunning()) {
            return State.STOPPED;
        }
        var failing = processor.isError()
                || processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
        return failing ? State.FAILING : State.RUNNING;
    }

    private enum State {
        RUNNING,
        FAILING,
        STOPPED
    }
}
