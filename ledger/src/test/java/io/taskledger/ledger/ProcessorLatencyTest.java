package io.taskledger.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static io.taskledger.ledger.Notes.note;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** Axon's pooled processor sleeps for half a second when its stream is empty, unless the stream calls it back. */
class ProcessorLatencyTest {

    private static final Logger log = LoggerFactory.getLogger(ProcessorLatencyTest.class);

    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
    private final BlockingQueue<Long> handledAt = new LinkedBlockingQueue<>();

    @Test
    void a_pooled_processor_handles_an_event_within_milliseconds_of_its_commit() throws Exception {
        LedgerDatabase database = LedgerDatabase.fresh();
        Transactions transactions = new Transactions(database.pool());
        LedgerEventStore store = LedgerEventStore.builder()
                .storageEngine(database.engine(transactions, Notes.serializer()).build())
                .pollEvery(Duration.ofMinutes(5))
                .build();
        PooledStreamingEventProcessor processor = processor(store, transactions);
        processor.start();
        store.publish(note("note-1", 0));
        assertThat(handledAt.poll(10, SECONDS)).isNotNull();

        List<Long> waits = new ArrayList<>();
        for (int n = 1; n <= 200; n++) {
            store.publish(note("note-1", n));
            long committed = System.nanoTime();
            Long handled = handledAt.poll(10, SECONDS);
            assertThat(handled).isNotNull();
            waits.add(handled - committed);
        }
        processor.shutDown();
        workers.shutdown();
        store.close();
        database.close();

        waits.sort(null);
        log.info("commit to handler: p50 {} µs, p99 {} µs", waits.get(100) / 1_000, waits.get(198) / 1_000);
        // The target is 8 ms; the rest is for a machine that builds other things at the same time.
        assertThat(waits.get(100)).isLessThan(MILLISECONDS.toNanos(50));
    }

    private PooledStreamingEventProcessor processor(LedgerEventStore store, Transactions transactions) {
        return PooledStreamingEventProcessor.builder()
                .name("notes")
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(transactions)
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(workers)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(this).build())
                .build();
    }

    @EventHandler
    void on(Notes.Noted note, EventMessage<?> event) {
        handledAt.add(System.nanoTime());
    }
}
