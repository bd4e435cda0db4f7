package io.taskledger.app.wiring;

import java.util.concurrent.TimeUnit;

import io.taskledger.ledger.idempotency.IdempotencyKeys;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes idempotency keys that have run out, once an hour. Every node does: what is gone is gone. */
final class KeySweep {

    private final IdempotencyKeys keys;

    KeySweep(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        keys.sweep();
    }
}
