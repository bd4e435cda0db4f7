package io.taskledger.app.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What was measured a moment ago, so that whoever looks often costs the database no more than who looks once. */
final class Sampled<T> {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<Optional<T>> measure;
    private Optional<T> last = Optional.empty();
    private boolean measured;
    private long at;

    /** @param measure answers empty where nothing can be known */
    Sampled(Supplier<Optional<T>> measure) {
        this.measure = measure;
    }

    synchronized Optional<T> get() {
        if (!measured || System.nanoTime() - at > FRESH_NANOS) {
            last = measure.get();
            at = System.nanoTime();
            measured = true;
        }
        return last;
    }
}
