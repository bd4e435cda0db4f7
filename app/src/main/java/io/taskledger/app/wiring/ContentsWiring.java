package io.taskledger.app.wiring;

import java.util.concurrent.ScheduledExecutorService;

import io.taskledger.automation.content.BookIsComplete;
import io.taskledger.automation.content.ContentWiring;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.PromptThreads;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book of what names a content: who keeps it, and whether it is complete. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ContentsWiring {

    private static final String SCHEMA = "automation";

    /** Coordinator and worker. */
    private static final int THREADS = 2;

    private static final int BATCH = 200;

    @Bean(defaultCandidate = false, destroyMethod = "shutdown")
    @Qualifier(ContentWiring.GROUP)
    ScheduledExecutorService contentWorkers() {
        return new PromptThreads(THREADS, "content-events-");
    }

    /** Without dead letters: a reference that is put aside would be one that is missing. */
    @Bean
    ConfigurerModule contentEvents(FeedKit kit, @Qualifier(ContentWiring.GROUP) ScheduledExecutorService workers) {
        return configurer -> configurer
                .eventProcessing()
                .registerTokenStore(ContentWiring.GROUP, axon -> kit.tokens(SCHEMA))
                .registerListenerInvocationErrorHandler(ContentWiring.GROUP, axon -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        ContentWiring.GROUP,
                        Configuration::eventStore,
                        (axon, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .workerExecutor(workers)
                                .coordinatorExecutor(workers)
                                .initialToken(StreamableMessageSource::createTailToken));
    }

    /**
     * Held against the last event that is there at all. The ledger's own notion of its end is what readers may rely upon,
     * which an append that lasts holds back.
     */
    @Bean
    BookIsComplete bookIsComplete(Configuration axon, JdbcClient jdbc) {
        return () -> {
            var last = jdbc.sql("select coalesce(max(position), 0) from ledger.event")
                    .query(Long.class)
                    .single();
            return axon
                    .eventProcessingConfiguration()
                    .eventProcessor(ContentWiring.GROUP, StreamingEventProcessor.class)
                    .stream()
                    .flatMap(processor -> processor.processingStatus().values().stream())
                    .anyMatch(status -> !status.isReplaying()
                            && !status.isErrorState()
                            && status.getCurrentPosition().orElse(-1) >= last);
        };
    }
}
