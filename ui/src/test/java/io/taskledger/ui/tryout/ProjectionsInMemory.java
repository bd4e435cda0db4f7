package io.taskledger.ui.tryout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.messages.projection.RebuildReport.State;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Projections that say what a test or an onlooker wants them to say, and remember what they were told to do. */
public class ProjectionsInMemory {

    public static final ProjectionId TASKS = ProjectionId.named("tasks");
    public static final ProjectionId ACCOUNTS = ProjectionId.named("accounts");

    public final List<ProjectionCommand> commands = new CopyOnWriteArrayList<>();
    public final Map<RebuildId, RebuildReport> reports = new ConcurrentHashMap<>();
    public final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    public volatile boolean admin;
    public volatile boolean away;
    public volatile Optional<ProjectionRejection> refusal = Optional.empty();

    private final UserId demo;
    private final Clock clock;

    public ProjectionsInMemory(UserId demo, Clock clock) {
        this.demo = demo;
        this.clock = clock;
    }

    public void clear() {
        commands.clear();
        reports.clear();
        letters.clear();
        admin = false;
        away = false;
        refusal = Optional.empty();
    }

    /** Something to look at: a version that differs and is held, and an event that waits. */
    public void furnish() {
        admin = true;
        letters.add(letter("letter-1", Optional.of("DataIntegrityViolationException: value too long for the column")));
        letters.add(letter("letter-2", Optional.empty()));
        report(TASKS, State.HELD, difference("title"), difference("description"));
        report(ACCOUNTS, State.FOLDING);
    }

    public RebuildReport report(ProjectionId projection, State state, Difference... differences) {
        var report = new RebuildReport(
                RebuildId.next(),
                projection,
                Afterwards.HOLD,
                state,
                false,
                3,
                Optional.of("node-1"),
                1,
                clock.instant(),
                Optional.of(demo.text()),
                state.ended() ? Optional.of(clock.instant()) : Optional.empty(),
                state == State.FOLDING ? 420_000 : 1_000_000,
                1_000_000,
                190_400,
                state == State.FOLDING ? Optional.of(Duration.ofMillis(4_200)) : Optional.empty(),
                50_000,
                differences.length,
                0,
                List.of(differences),
                state == State.FAILED ? Optional.of("The disk is full.") : Optional.empty(),
                Optional.empty());
        reports.put(report.rebuildId(), report);
        return report;
    }

    public static Difference difference(String field) {
        return new Difference(
                Difference.Kind.LIVE_DIFFERS,
                "task",
                "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
                field,
                "Water the plans",
                "Water the plants",
                Optional.of(new Difference.Cause(4_711, "task.edited")));
    }

    public DeadLetter letter(String id, Optional<String> cause) {
        return new DeadLetter(
                id,
                TASKS,
                "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
                4_711,
                "task.edited",
                "event-1",
                clock.instant(),
                clock.instant(),
                "{\"taskId\":\"task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE\",\"title\":{\"from\":\"Water\",\"to\":\"Water all\"}}",
                cause);
    }

    @QueryHandler
    List<ProjectionStatus> answer(ProjectionQuery.ListProjections query) {
        requireThere();
        return List.of(status(ACCOUNTS), status(TASKS));
    }

    @QueryHandler
    List<RebuildReport> answer(ProjectionQuery.ListRebuilds query) {
        var latestFirst = new TreeMap<String, RebuildReport>();
        reports.values().stream()
                .filter(one -> one.projection().equals(query.projection()))
                .forEach(one -> latestFirst.put(one.rebuildId().text(), one));
        return latestFirst.descendingMap().values().stream()
                .limit(query.limit())
                .toList();
    }

    @QueryHandler
    Optional<RebuildReport> answer(ProjectionQuery.FindRebuild query) {
        return Optional.ofNullable(reports.get(query.rebuildId()));
    }

    @QueryHandler
    List<DeadLetter> answer(ProjectionQuery.ListDeadLetters query) {
        return letters.stream()
                .filter(letter -> letter.projection().equals(query.projection()))
                .toList();
    }

    @CommandHandler
    void handle(ProjectionCommand.Rebuild command) {
        remember(command);
        report(command.projection(), State.FOLDING);
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
        reports.remove(command.rebuildId());
    }

    @CommandHandler
    void handle(ProjectionCommand.Swap command) {
        remember(command);
        reports.remove(command.rebuildId());
        report(command.projection(), State.SWAPPED);
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
        letters.removeIf(letter -> letter.id().equals(command.letterId()));
    }

    @CommandHandler
    void handle(ProjectionCommand.SkipDeadLetter command) {
        remember(command);
        letters.removeIf(letter -> letter.id().equals(command.letterId()));
    }

    private void remember(ProjectionCommand command) {
        refusal.ifPresent(reason -> {
            throw new CommandRejected(reason);
        });
        commands.add(command);
    }

    private void requireThere() {
        if (away) {
            throw new IllegalStateException("the database is away, says the test");
        }
        if (!admin) {
            throw new CommandRejected(new ProjectionRejection.NotPermitted());
        }
    }

    private ProjectionStatus status(ProjectionId projection) {
        var waiting = letters.stream()
                .filter(letter -> letter.projection().equals(projection))
                .count();
        var made = Instant.parse("2026-11-20T18:30:12Z");
        return new ProjectionStatus(
                projection,
                ProjectionStatus.Mode.LIVE,
                2,
                Optional.of(made),
                1_000_000,
                1_000_034,
                34,
                Duration.ofMillis(12),
                118.4,
                IntStream.range(0, 30).mapToObj(at -> 60 + 50 * Math.sin(at)).toList(),
                Optional.of("node-1"),
                waiting > 0 ? Optional.of("DataIntegrityViolationException: value too long") : Optional.empty(),
                waiting,
                List.of(
                        new ProjectionStatus.Version(2, true, false, 1_000_000, made),
                        new ProjectionStatus.Version(1, false, true, 1_000_000, made)),
                reports.values().stream()
                        .filter(one -> one.projection().equals(projection))
                        .filter(one -> !one.state().ended())
                        .findFirst());
    }
}
