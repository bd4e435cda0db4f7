package io.taskledger.command.planted;

import java.time.Instant;

/** A decision that is another one tomorrow. */
class LooksAtTheClock {
    Instant decidedAt() {
        return Instant.now();
    }
}
