package io.taskledger.query.feed;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.JpaTables;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions.Version;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Feeds one version from the ledger's tail; of several nodes that do, one at a time has the token. */
public final class VersionFeed {

    private static final int BATCH = 200;

    /** The only one. */
    private static final int SEGMENT = 0;

    private final Version version;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final VersionHandlers handlers;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final AwaitedTail tail;
    private final PooledStreamingEventProcessor processor;
    private volatile long lastTry = System.nanoTime();

    /** @param skipped positions of events that are not handled */
    VersionFeed(ReadModel model, Version version, FeedKit kit, LiveVersions live, Set<Long> skipped) {
        this.version = version;
        this.queue = kit.deadLetters(version.schema());
        var tables = new JpaTables(kit.entities());
        var annotated = new AnnotationEventHandlerAdapter(model.handlers().apply(tables));
        this.handlers = new VersionHandlers(
                annotated, tables, kit, version, live, skipped, event -> queue.contains(Streams.of(event)));
        this.invoker = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(handlers)
                .queue(queue)
                .transactionManager(kit.transactions())
                .enqueuePolicy((letter, cause) -> Decisions.enqueue(FailureText.cause(cause)))
                .enableSequenceIdentifierCache()
                .build();
        this.tail = new AwaitedTail(kit.ledger());
        this.processor = PooledStreamingEventProcessor.builder()
                .name(version.projection())
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageMonitor(new PassedEvents(version, kit.positions(), this::position, kit.workers()))
                .messageSource(tail)
                .tokenStore(kit.tokens(version.schema()))
                .transactionManager(kit.transactions())
                .coordinatorExecutor(kit.workers())
                .workerExecutor(kit.workers())
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .tokenClaimInterval(FeedKit.CLAIM_INTERVAL.toMillis())
                .claimExtensionThreshold(FeedKit.CLAIM_INTERVAL.toMillis())
                .build();
    }

    void start() {
        processor.start();
    }

    CompletableFuture<Void> stop() {
        return processor.shutdownAsync();
    }

    /** Ends the pause after a batch that failed, which Axon doubles with each that does; a second there always is. */
    void tryAgain() {
        var waits = status().map(EventTrackerStatus::isErrorState).orElse(true);
        if (waits && System.nanoTime() - lastTry > PromptThreads.LONGEST_PAUSE.toNanos()) {
            lastTry = System.nanoTime();
            processor.releaseSegment(SEGMENT, 0, TimeUnit.MILLISECONDS);
        }
    }

    public Version version() {
        return version;
    }

    public boolean isRunning() {
        return processor.isRunning();
    }

    /** Somebody waits for what was committed a moment ago. */
    void awaited() {
        tail.lookSoon();
    }

    /** The position that its rows and token are at; empty where another node feeds it. */
    public OptionalLong position() {
        return status().map(EventTrackerStatus::getCurrentPosition).orElse(OptionalLong.empty());
    }

    /** Why it cannot go on just now. */
    public Optional<Throwable> error() {
        return status().filter(EventTrackerStatus::isErrorState).map(EventTrackerStatus::getError);
    }

    /**
     * Handles the dead letters of a stream, first to last, in the transaction that there is.
     *
     * @param firstLetter identifier of the event that holds the stream up
     * @return whether all of them could be handled
     */
    public boolean retry(String firstLetter) {
        return invoker.process(letter -> letter.message().getIdentifier().equals(firstLetter));
    }

    /** Why the first dead letter of a stream would fail again; nothing of it is kept. */
    public Optional<Exception> failureOfFirst(String stream) {
        var letters = queue.deadLetterSequence(stream).iterator();
        return letters.hasNext() ? handlers.failure(letters.next().message()) : Optional.empty();
    }

    private Optional<EventTrackerStatus> status() {
        return Optional.ofNullable(processor.processingStatus().get(SEGMENT));
    }
}
