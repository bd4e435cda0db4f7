package io.taskledger.query.task;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.TablesInMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Holds folds of tasks up in the midst of an event, for as long as a test wants. One for a JVM: a test opens it. */
@Configuration(proxyBeanMethods = false)
public class Gate {

    private static final long PATIENCE_SECONDS = 30;

    private static volatile CountDownLatch open = new CountDownLatch(0);
    private static volatile CountDownLatch reached = new CountDownLatch(0);
    private static volatile Optional<Error> fault = Optional.empty();

    /** From now on no fold gets beyond its first row. */
    public static void close() {
        reached = new CountDownLatch(1);
        open = new CountDownLatch(1);
    }

    public static void open() {
        fault = Optional.empty();
        open.countDown();
    }

    /** From now on every fold ends with this. */
    public static void breakWith(Error error) {
        fault = Optional.of(error);
    }

    /** Waits until a fold stands before it. */
    public static void awaitFold() {
        await(reached);
    }

    private static void pass() {
        reached.countDown();
        await(open);
        fault.ifPresent(error -> {
            throw error;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came to the gate, or opened it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Bean
    ReadModel tasksReadModel() {
        return new ReadModel(
                new Projection(Projection.TASKS),
                TaskProjection.FORMS,
                List.of("task"),
                tables -> new TaskProjection(tables instanceof TablesInMemory folded ? new Gated(folded) : tables));
    }

    private record Gated(Tables tables) implements Tables {
        @Override
        public <E> Rows<E> rows(RowForm<E> form) {
            return new GatedRows<>(tables.rows(form));
        }
    }

    private record GatedRows<E>(Rows<E> rows) implements Rows<E> {
        @Override
        public Optional<E> find(String key) {
            pass();
            return rows.find(key);
        }

        @Override
        public void add(E row) {
            rows.add(row);
        }

        @Override
        public void remove(String key) {
            rows.remove(key);
        }

        @Override
        public List<E> allOf(String stream) {
            return rows.allOf(stream);
        }

        @Override
        public void removeAllOf(String stream) {
            rows.removeAllOf(stream);
        }
    }
}
