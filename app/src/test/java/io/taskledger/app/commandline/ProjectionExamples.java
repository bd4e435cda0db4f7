package io.taskledger.app.commandline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;

/** Projections, rebuilds and dead letters as a node tells of them. */
final class ProjectionExamples {

    static final ProjectionId TASKS = ProjectionId.named("tasks");
    static final RebuildId REBUILD = new RebuildId("rebuild-01KAJ5B6Q4M8T2V9X3Y7Z0A1CD");
    static final Instant NOW = Instant.parse("2026-11-21T07:25:23.606479Z");

    private ProjectionExamples() {}

    static ProjectionStatus status(String name, Optional<RebuildReport> rebuild) {
        return new ProjectionStatus(
                ProjectionId.named(name),
                ProjectionStatus.Mode.LIVE,
                2,
                Optional.of(NOW),
                1_000_000,
                1_000_034,
                34,
                Duration.ofMillis(1_250),
                118.4,
                List.of(0.0, 118.4),
                Optional.of("node-1"),
                Optional.empty(),
                1,
                List.of(
                        new ProjectionStatus.Version(2, true, false, 1_000_000, NOW),
                        new ProjectionStatus.Version(1, false, true, 999_000, NOW)),
                rebuild);
    }

    static RebuildReport folding(long done) {
        return report(RebuildReport.State.FOLDING, done, List.of(), 0);
    }

    static RebuildReport ended(RebuildReport.State state, Difference... differences) {
        return report(state, 1_000_000, List.of(differences), differences.length);
    }

    static RebuildReport report(
            RebuildReport.State state, long done, List<Difference> differences, long differenceCount) {
        return new RebuildReport(
                REBUILD,
                TASKS,
                Afterwards.SWAP,
                state,
                false,
                3,
                Optional.of("node-1"),
                1,
                NOW,
                Optional.empty(),
                state.ended() ? Optional.of(NOW.plusMillis(7_250)) : Optional.empty(),
                done,
                1_000_000,
                state.ended() ? 0 : 190_400,
                state.ended() ? Optional.empty() : Optional.of(Duration.ofMillis(3_050)),
                50_000,
                differenceCount,
                0,
                differences,
                state == RebuildReport.State.FAILED ? Optional.of("The disk is full.") : Optional.empty(),
                Optional.empty());
    }

    static Difference difference() {
        return new Difference(
                Difference.Kind.LIVE_DIFFERS,
                "task",
                "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
                "description",
                "a\nlong ".repeat(40),
                null,
                Optional.of(new Difference.Cause(4_711, "task.edited")));
    }

    static DeadLetter letter() {
        return new DeadLetter(
                "6f1c7c52-22a4-4c0b-8a0e-5b0c0a1d9f33",
                TASKS,
                "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
                4_711,
                "task.edited",
                "event-1",
                NOW,
                NOW,
                "{\"title\":\"Water\"}",
                Optional.of("SQLException: too long"));
    }
}
