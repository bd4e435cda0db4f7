package io.taskledger.app.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.messages.IdKind;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand.Rebuild;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import org.springframework.stereotype.Component;

/** Rebuilds projections, or checks them, one after the other, and waits until each has ended or is held. */
@Component
public final class RebuildProjections implements JobKind {

    public static final String NAME = "projections-rebuild";

    /** Which projection; all of them where it is absent. */
    public static final String PROJECTION = "projection";

    /** {@link Afterwards#text()}. */
    public static final String AFTERWARDS = "afterwards";

    /** Why differences do not matter; absent where they do. */
    public static final String REGARDLESS = "regardless";

    /** Unique to the job, so that a second run of it waits for the rebuilds of the first. */
    public static final String ASKED = "asked";

    /** When it was asked, milliseconds since 1970. */
    public static final String ASKED_AT = "asked-at";

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final IdKind ID = new IdKind("rebuild");

    private final ProjectionGateway projections;

    RebuildProjections(ProjectionGateway projections) {
        this.projections = projections;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        return ProjectionJson.text(rebuilt(arguments, progress));
    }

    ProjectionJson.Rebuilt rebuilt(Map<String, String> arguments, Progress progress) {
        var reports = new ArrayList<RebuildReport>();
        var refusals = new ArrayList<String>();
        for (var projection : named(arguments)) {
            try {
                var id = id(arguments, projection);
                projections.order(() -> new Rebuild(
                        projection,
                        id,
                        Afterwards.ofText(arguments.getOrDefault(AFTERWARDS, Afterwards.SWAP.text())),
                        arguments.get(REGARDLESS)));
                reports.add(ended(id, progress));
            } catch (JobRefused refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        return new ProjectionJson.Rebuilt(reports, refusals);
    }

    private List<ProjectionId> named(Map<String, String> arguments) {
        var name = arguments.get(PROJECTION);
        return name == null
                ? projections.all().stream().map(ProjectionStatus::projection).toList()
                : List.of(projections.one(ProjectionGateway.named(name)).projection());
    }

    private static RebuildId id(Map<String, String> arguments, ProjectionId projection) {
        var askedAt = Long.parseLong(arguments.getOrDefault(ASKED_AT, "0"));
        return new RebuildId(ID.derivedText(askedAt, arguments.get(ASKED) + " " + projection));
    }

    private RebuildReport ended(RebuildId id, Progress progress) {
        while (true) {
            var report = projections
                    .rebuild(id)
                    .orElseThrow(() -> new JobRefused("The rebuild " + id + " was begun and is no longer there."));
            progress.told(figure(report.eventsDone()), figure(report.eventsTotal()), ProjectionJson.text(report));
            if (report.state().ended() || report.state() == RebuildReport.State.HELD) {
                return report;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the node stops; another one takes the job");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** For the job's own columns, which are smaller. */
    private static int figure(long events) {
        return (int) Math.min(events, Integer.MAX_VALUE);
    }
}
