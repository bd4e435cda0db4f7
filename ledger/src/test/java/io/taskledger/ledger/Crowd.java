package io.taskledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.ledger.Notes.Noted;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Writers that do all that is hard for readers: commit late, roll back, have clocks that are wrong, write to other tables
 * first (and so get their transaction id early), and race for the same streams.
 */
final class Crowd {

    private static final int WRITERS = 24;
    private static final int LATE_WRITERS = 8;
    private static final int SHARED_STREAMS = 16;

    private final EventStore store;
    private final Transactions transactions;
    private final int wanted;
    private final AtomicInteger left;
    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final AtomicInteger rolledBack = new AtomicInteger();

    Crowd(EventStore store, Transactions transactions, int wanted) {
        this.store = store;
        this.transactions = transactions;
        this.wanted = wanted;
        left = new AtomicInteger(wanted);
    }

    /** Writes until as many events are committed as wanted, and somewhat more. */
    void write() throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Writer one = new Writer(writer);
            writers.add(Thread.ofPlatform().name("writer-" + writer).start(one));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        if (committed.size() < wanted) {
            throw new AssertionError("Writers gave up after " + committed.size() + " events");
        }
    }

    /** The identifiers of all events that were committed. */
    Set<String> committed() {
        return committed.keySet();
    }

    int rolledBack() {
        return rolledBack.get();
    }

    private final class Writer implements Runnable {

        private final int number;
        private final Random random;
        private long sequence;

        private Writer(int number) {
            this.number = number;
            random = new Random(number);
        }

        @Override
        public void run() {
            while (left.get() > 0) {
                boolean shared = random.nextInt(10) == 0;
                String stream = shared ? "shared-" + random.nextInt(SHARED_STREAMS) : "own-" + number;
                write(stream, shared);
            }
        }

        private void write(String stream, boolean shared) {
            Transaction transaction = transactions.startTransaction();
            List<DomainEventMessage<?>> events = new ArrayList<>();
            try {
                if (random.nextInt(4) == 0) {
                    writeElsewhere();
                }
                long from = shared ? store.lastSequenceNumberFor(stream).orElse(-1L) + 1 : sequence;
                for (int n = 0; n <= random.nextInt(3); n++) {
                    events.add(Notes.note(stream, from + n, new Noted("by " + number), clock()));
                }
                store.publish(events);
                linger();
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                transaction.rollback();
                rolledBack.incrementAndGet();
                return;
            }
            if (random.nextInt(5) == 0) {
                transaction.rollback();
                rolledBack.incrementAndGet();
                return;
            }
            transaction.commit();
            events.forEach(event -> committed.put(event.getIdentifier(), event.getSequenceNumber()));
            left.addAndGet(-events.size());
            if (!shared) {
                sequence += events.size();
            }
        }

        /** Some commit so late that many later positions are long committed by then. */
        private void linger() {
            long millis = random.nextInt(3);
            if (number < LATE_WRITERS && random.nextInt(12) == 0) {
                millis = random.nextLong(200, 800);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        /** One in four is wrong by up to an hour. */
        private Instant clock() {
            return Instant.now().plusSeconds(random.nextInt(4) == 0 ? random.nextLong(-3_600, 3_600) : 0);
        }

        private void writeElsewhere() {
            try (Connection connection = transactions.getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("insert into elsewhere (writer) values (?)")) {
                statement.setInt(1, number);
                statement.execute();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
