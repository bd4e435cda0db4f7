package io.taskledger.query.projection;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** How far each projection has got, and waiting until it has got somewhere. */
public final class ProjectionProgress {

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(8).toNanos();

    private final Supplier<EventProcessingConfiguration> processors;
    private final TokenPositions tokens;

    /** @param processors asked for once Axon has been configured */
    public ProjectionProgress(Supplier<EventProcessingConfiguration> processors, TokenPositions tokens) {
        this.processors = processors;
        this.tokens = tokens;
    }

    /** The last position whose event's rows can be seen by a reader; 0 before the first. */
    public long reached(String projection) {
        return processors
                .get()
                .eventProcessor(projection, StreamingEventProcessor.class)
                .flatMap(here -> here.processingStatus().values().stream().findFirst())
                .map(ProjectionProgress::position)
                .orElseGet(() -> tokens.position(projection));
    }

    /**
     * Waits until the projection has reached a position, on whichever node it runs.
     *
     * @return false where the time was up before
     */
    public boolean await(String projection, long position, Duration most) {
        var deadline = System.nanoTime() + most.toNanos();
        var pause = FIRST_PAUSE_NANOS;
        while (reached(projection) < position) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
        return true;
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(0);
    }
}
