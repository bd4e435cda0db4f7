package io.taskledger.app.product;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something done so many times a second, however long each takes. */
public final class SteadyLoad implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private SteadyLoad() {}

    /** @param deed fails by throwing */
    public static SteadyLoad of(int timesASecond, Runnable deed) {
        var load = new SteadyLoad();
        var period = TimeUnit.SECONDS.toNanos(1) / timesASecond;
        load.clock.scheduleAtFixedRate(() -> load.begin(deed), 0, period, TimeUnit.NANOSECONDS);
        return load;
    }

    private void begin(Runnable deed) {
        var due = System.nanoTime();
        people.execute(() -> {
            try {
                deed.run();
                nanos.add(System.nanoTime() - due);
            } catch (RuntimeException | AssertionError failure) {
                failures.add(failure);
            }
        });
    }

    /** What has been done since this was asked for last, from the moment when it was due. */
    public List<Duration> taken() {
        var taken = new ArrayList<Duration>();
        for (var one = nanos.poll(); one != null; one = nanos.poll()) {
            taken.add(Duration.ofNanos(one));
        }
        taken.sort(null);
        return taken;
    }

    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Waits for what has begun. */
    @Override
    public void close() {
        clock.shutdown();
        people.close();
    }
}
