package io.taskledger.rest.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.FindReplay;
import io.taskledger.messages.history.ReplayId;
import io.taskledger.messages.history.ReplayLedger;
import io.taskledger.messages.history.ReplayRun;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery;
import io.taskledger.messages.projection.ProjectionQuery.FindProjection;
import io.taskledger.messages.projection.ProjectionQuery.FindRebuild;
import io.taskledger.messages.projection.ProjectionQuery.ListDeadLetters;
import io.taskledger.messages.projection.ProjectionQuery.ListProjections;
import io.taskledger.messages.projection.ProjectionQuery.ListRebuilds;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.rest.PretendHouse;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** One projection, {@code tasks}, behind the gateways: it remembers what it was told. */
public class PretendProjections {

    static final ProjectionId TASKS = ProjectionId.named("tasks");
    static final RebuildId REBUILD = new RebuildId("rebuild-01KAJ5B6Q4M8T2V9X3Y7Z0A1CD");

    final List<ProjectionCommand> commands = new ArrayList<>();
    final List<ProjectionQuery> queries = new ArrayList<>();
    final List<ReplayLedger> replays = new ArrayList<>();
    ReplayRun replay = going();
    boolean admin = true;
    Optional<ProjectionRejection> refusal = Optional.empty();
    RebuildReport.State state = RebuildReport.State.FOLDING;
    List<Difference> differences = List.of();

    private static ReplayRun going() {
        return new ReplayRun(
                ReplayId.next(), ReplayRun.State.REPLAYING, 400, 1_000, Optional.empty(), Optional.empty());
    }

    public void clear() {
        commands.clear();
        queries.clear();
        replays.clear();
        replay = going();
        admin = true;
        refusal = Optional.empty();
        state = RebuildReport.State.FOLDING;
        differences = List.of();
    }

    @CommandHandler
    void handle(ReplayLedger command) {
        requireAdmin();
        replays.add(command);
    }

    @QueryHandler
    Optional<ReplayRun> handle(FindReplay query) {
        requireAdmin();
        return Stream.concat(Stream.of(replay.replayId()), replays.stream().map(ReplayLedger::replayId))
                .filter(query.replayId()::equals)
                .findFirst()
                .map(id -> id.equals(replay.replayId())
                        ? replay
                        : new ReplayRun(id, ReplayRun.State.WAITING, 0, 0, Optional.empty(), Optional.empty()));
    }

    @CommandHandler
    void handle(ProjectionCommand.Rebuild command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.RebuildRows command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.PauseRebuild command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.ResumeRebuild command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.CancelRebuild command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.Swap command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.RollBack command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.DropVersion command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.RetryDeadLetter command) {
        remember(command);
    }

    @CommandHandler
    void handle(ProjectionCommand.SkipDeadLetter command) {
        remember(command);
    }

    @QueryHandler
    List<ProjectionStatus> answer(ListProjections query) {
        ask(query);
        return List.of(status());
    }

    @QueryHandler
    Optional<ProjectionStatus> answer(FindProjection query) {
        ask(query);
        return Optional.of(status()).filter(one -> one.projection().equals(query.projection()));
    }

    @QueryHandler
    List<RebuildReport> answer(ListRebuilds query) {
        ask(query);
        return List.of(report(REBUILD));
    }

    @QueryHandler
    Optional<RebuildReport> answer(FindRebuild query) {
        ask(query);
        var known = query.rebuildId().equals(REBUILD)
                || commands.stream()
                        .anyMatch(one -> one instanceof ProjectionCommand.Rebuild begun
                                && begun.rebuildId().equals(query.rebuildId()));
        return known ? Optional.of(report(query.rebuildId())) : Optional.empty();
    }

    @QueryHandler
    List<DeadLetter> answer(ListDeadLetters query) {
        ask(query);
        return List.of(
                letter("{\"title\":\"Water\"}", Optional.of("SQLException: too long")), letter("{", Optional.empty()));
    }

    private void remember(ProjectionCommand command) {
        requireAdmin();
        if (!command.projection().equals(TASKS)) {
            throw new CommandRejected(new ProjectionRejection.NotFound(command.projection()));
        }
        refusal.ifPresent(reason -> {
            throw new CommandRejected(reason);
        });
        commands.add(command);
    }

    private void ask(ProjectionQuery query) {
        requireAdmin();
        queries.add(query);
    }

    private void requireAdmin() {
        if (!admin) {
            throw new CommandRejected(new ProjectionRejection.NotPermitted());
        }
    }

    private static ProjectionStatus status() {
        return new ProjectionStatus(
                TASKS,
                ProjectionStatus.Mode.LIVE,
                2,
                Optional.of(PretendHouse.NOW),
                100,
                134,
                34,
                Duration.ofMillis(1_250),
                12.5,
                List.of(0.0, 12.5),
                Optional.of("node-1"),
                Optional.empty(),
                2,
                List.of(
                        new ProjectionStatus.Version(2, true, false, 100, PretendHouse.NOW),
                        new ProjectionStatus.Version(1, false, true, 100, PretendHouse.NOW)),
                Optional.empty());
    }

    private RebuildReport report(RebuildId id) {
        return new RebuildReport(
                id,
                TASKS,
                Afterwards.SWAP,
                state,
                false,
                3,
                Optional.of("node-1"),
                1,
                PretendHouse.NOW,
                Optional.of(PretendHouse.ANN.text()),
                Optional.empty(),
                420,
                1_000,
                200,
                Optional.of(Duration.ofMillis(2_900)),
                0,
                differences.size(),
                0,
                differences,
                Optional.empty(),
                Optional.empty());
    }

    private static DeadLetter letter(String json, Optional<String> cause) {
        return new DeadLetter(
                "letter-1",
                TASKS,
                "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
                71,
                "task.edited",
                "event-1",
                PretendHouse.NOW,
                PretendHouse.NOW,
                json,
                cause);
    }
}
