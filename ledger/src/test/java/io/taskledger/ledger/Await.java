package io.taskledger.ledger;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what comes by itself. */
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Await() {}

    public static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come within " + LONGEST);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
