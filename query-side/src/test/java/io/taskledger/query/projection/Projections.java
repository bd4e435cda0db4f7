package io.taskledger.query.projection;

import java.time.Duration;

import io.taskledger.query.ReadSide;

/** Waiting for the running projections. */
public final class Projections {

    private Projections() {}

    /** Until the tasks' rows reflect a position. */
    public static void await(long position) {
        if (!ReadSide.bean(ProjectionProgress.class).await(Projection.TASKS, position, Duration.ofSeconds(10))) {
            throw new AssertionError("the tasks' rows do not reflect position " + position);
        }
    }
}
