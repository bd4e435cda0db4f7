package io.taskledger.rest.admin;

import java.time.Duration;

/** A duration on the wire: seconds, to the millisecond. */
final class Seconds {

    private static final double MILLIS = 1_000;

    private Seconds() {}

    static double of(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
