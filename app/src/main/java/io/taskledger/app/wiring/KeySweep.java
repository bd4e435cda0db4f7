package io.taskledger.app.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.taskledger.ledger.idempotency.IdempotencyKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes idempotency keys that have run out, once an hour. Every node does: what is gone is gone. */
final class KeySweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeySweep.class);

    private final IdempotencyKeys keys;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-sweep").daemon().factory());
    private @Nullable Future<?> sweeping;

    KeySweep(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public void start() {
        sweeping = hourly.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        hourly.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return sweeping != null && !sweeping.isDone();
    }

    private void sweep() {
        try {
            keys.sweep();
        } catch (RuntimeException away) {
            // Whatever it is must not end the schedule.
            log.warn("The idempotency keys are swept later", away);
        }
    }
}
