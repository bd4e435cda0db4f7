package io.taskledger.app.commandline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.app.job.ReplayHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code taskledger history …}: the ledger as a whole. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Looks into the ledger, and lets it out and in.",
            "Exit code: 0 when all went well and nothing differs, 1 when not, 2 when the call made no sense."
        })
class History extends WithCommands {

    private static final byte[] NO_INPUT = new byte[0];

    /** Where a replay ends. */
    static final class End {
        @Option(
                names = "--to",
                paramLabel = "INSTANT",
                converter = Moments.class,
                description = "Up to what was recorded by then, such as 2026-11-21T07:00:00Z or 2026-11-21 (UTC).")
        @Nullable
        Instant instant;

        @Option(names = "--to-position", paramLabel = "N", description = "Up to this position of the ledger.")
        @Nullable
        Long position;
    }

    Jobs jobs() {
        return desk();
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Folds the whole ledger once more through every projection, and changes nothing.",
                "Checks order and gaps of each stream and that every event can be read, compares what people read with"
                        + " what the ledger says at the same position (not with --to), and prints a digest: equal"
                        + " ledgers have equal ones.",
                "Exit code: 0 only when nothing is wrong and nothing differs."
            })
    int replay(
            @ArgGroup(exclusive = true) @Nullable End end,
            @Option(names = "--json", description = "Prints JSON, as REST answers it.") boolean json) {
        var bar = new ProgressBar(errors());
        var ended = jobs().done(
                        ReplayHistory.NAME,
                        arguments(end),
                        NO_INPUT,
                        job -> bar.show(
                                job.done(),
                                job.total(),
                                Figures.count(job.done()) + " of " + Figures.count(job.total(), "event")));
        bar.end();
        var report = ended.report() == null ? "" : ended.report();
        if (!ended.wentWell()) {
            errors().println(report);
            return ExitCode.SOFTWARE;
        }
        var replay = ReplayHistory.report(report);
        (json ? HistoryWords.json(replay) : HistoryWords.outcome(replay)).forEach(out()::println);
        return replay.clean() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Map<String, String> arguments(@Nullable End end) {
        var arguments = new HashMap<String, String>();
        if (end != null && end.instant != null) {
            arguments.put(ReplayHistory.RECORDED_BY, end.instant.toString());
        }
        if (end != null && end.position != null) {
            if (end.position < 1) {
                throw misused("The first position is 1.");
            }
            arguments.put(ReplayHistory.POSITION, end.position.toString());
        }
        return arguments;
    }
}
