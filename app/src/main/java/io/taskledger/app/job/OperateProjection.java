package io.taskledger.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.CancelRebuild;
import io.taskledger.messages.projection.ProjectionCommand.DropVersion;
import io.taskledger.messages.projection.ProjectionCommand.PauseRebuild;
import io.taskledger.messages.projection.ProjectionCommand.RebuildRows;
import io.taskledger.messages.projection.ProjectionCommand.ResumeRebuild;
import io.taskledger.messages.projection.ProjectionCommand.RetryDeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionCommand.SkipDeadLetter;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.security.Accounts;
import org.springframework.stereotype.Component;

/** One order about one projection; it has been done when the job ends. */
@Component
public final class OperateProjection implements JobKind {

    public static final String NAME = "projections-operate";
    public static final String PROJECTION = "projection";

    /** A name of {@link Order}. */
    public static final String ORDER = "order";

    /** Why differences do not matter, or why a dead letter is skipped. */
    public static final String REASON = "reason";

    /** A version's number, a dead letter's id, an account's name or a task's id, as the order has it. */
    public static final String OPERAND = "operand";

    public enum Order {
        PAUSE,
        RESUME,
        CANCEL,
        SWAP,
        ROLL_BACK,
        DROP,
        RETRY,
        RETRY_ALL,
        SKIP,
        ROWS_OF_OWNER,
        ROWS_OF_TASK
    }

    private final ProjectionGateway projections;
    private final Accounts accounts;

    OperateProjection(ProjectionGateway projections, Accounts accounts) {
        this.projections = projections;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var projection = ProjectionGateway.named(arguments.get(PROJECTION));
        var operand = arguments.getOrDefault(OPERAND, "");
        return projection.name() + ": "
                + switch (Order.valueOf(String.valueOf(arguments.get(ORDER)))) {
                    case PAUSE -> {
                        var rebuild = rebuildOf(projection);
                        projections.order(() -> new PauseRebuild(projection, rebuild));
                        yield rebuild + " is paused.";
                    }
                    case RESUME -> {
                        var rebuild = rebuildOf(projection);
                        projections.order(() -> new ResumeRebuild(projection, rebuild));
                        yield rebuild + " goes on.";
                    }
                    case CANCEL -> {
                        var rebuild = rebuildOf(projection);
                        projections.order(() -> new CancelRebuild(projection, rebuild));
                        yield rebuild + " is cancelled.";
                    }
                    case SWAP -> {
                        projections.order(() -> new Swap(projection, rebuildOf(projection), arguments.get(REASON)));
                        yield nowLive(projection);
                    }
                    case ROLL_BACK -> {
                        projections.order(() -> new RollBack(projection));
                        yield nowLive(projection);
                    }
                    case DROP -> {
                        projections.order(() -> new DropVersion(projection, Integer.parseInt(operand)));
                        yield "v" + operand + " is dropped.";
                    }
                    case RETRY -> {
                        projections.order(() -> new RetryDeadLetter(projection, operand));
                        yield operand + " is handled.";
                    }
                    case RETRY_ALL -> retryAll(projection);
                    case SKIP -> {
                        var reason = Objects.requireNonNull(arguments.get(REASON), "the command line requires it");
                        projections.order(() -> new SkipDeadLetter(projection, operand, reason));
                        yield operand + " is left out for good.";
                    }
                    case ROWS_OF_OWNER -> {
                        var owner = Operands.account(accounts, operand);
                        projections.order(() -> new RebuildRows(projection, new RowsOf.Owner(owner)));
                        yield "the rows of " + operand + " are made anew.";
                    }
                    case ROWS_OF_TASK -> {
                        projections.order(() -> new RebuildRows(projection, new RowsOf.Stream(operand)));
                        yield "the rows of " + operand + " are made anew.";
                    }
                };
    }

    private RebuildId rebuildOf(ProjectionId projection) {
        return projections
                .one(projection)
                .rebuild()
                .map(RebuildReport::rebuildId)
                .orElseThrow(() -> new JobRefused("No rebuild of " + projection.name() + " goes on or is held."));
    }

    private String nowLive(ProjectionId projection) {
        return "v" + projections.one(projection).liveVersion() + " is live.";
    }

    /** Those that failed; the ones behind them follow by themselves. */
    private String retryAll(ProjectionId projection) {
        var failed = projections.deadLetters(projections.one(projection).projection()).stream()
                .filter(letter -> letter.cause().isPresent())
                .toList();
        var refusals = refusals(projection, failed);
        var handled = failed.size() - refusals.size() + " of " + failed.size() + " failed events are handled.";
        if (!refusals.isEmpty()) {
            refusals.addFirst(projection.name() + ": " + handled);
            throw new JobRefused(String.join(System.lineSeparator(), refusals));
        }
        return handled;
    }

    private List<String> refusals(ProjectionId projection, List<DeadLetter> letters) {
        var refusals = new ArrayList<String>();
        for (var letter : letters) {
            try {
                projections.order(() -> new RetryDeadLetter(projection, letter.id()));
            } catch (JobRefused stillFailing) {
                refusals.add(String.valueOf(stillFailing.getMessage()));
            }
        }
        return refusals;
    }
}
