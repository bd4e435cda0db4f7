package io.taskledger.app.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.app.job.ReplayHistory;
import io.taskledger.app.settings.TaskledgerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code taskledger history …}: the ledger as a whole. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Looks into the ledger, and lets it out and in.",
            "Exit code: 0 when all went well and nothing differs, 1 when not, 2 when the call made no sense."
        },
        subcommands = {HistoryOfTask.Steps.class, HistoryOfTask.Diff.class, HistoryOfTask.Blame.class})
class History extends WithCommands {

    private static final String PASSPHRASE =
            "Its first line is the passphrase. Without this option it is asked for on the terminal.";

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

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the ledger into a file of JSON Lines: the stored events to the byte, and the keys of what is"
                        + " personal in them under a passphrase. Passwords, sessions and files' contents are not in it.",
                "Where the file is there and was cut short, it is carried on with."
            })
    int export(
            @Parameters(paramLabel = "FILE", description = "Where to; readable by you alone.") Path file,
            @Option(names = "--passphrase-file", paramLabel = "F", description = PASSPHRASE) @Nullable Path passphrase,
            @Option(
                            names = "--from",
                            paramLabel = "POSITION",
                            defaultValue = "1",
                            description = "Only events from this position on: what came after an earlier export.")
                    long from)
            throws IOException, SQLException {
        if (from < 1) {
            throw misused("The first position is 1.");
        }
        files().write(file, Passphrases.read(passphrase, true), from);
        return ExitCode.OK;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Reads an export into an empty instance that is not running: the same events at the same positions, the"
                        + " same read models. Nobody is sent anything.",
                "All files are read to their ends first; where one is cut off, altered or of another passphrase, nothing"
                        + " is changed."
            })
    int read(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "1..*",
                            description = "The export, and those that were made after it with --from, in their order.")
                    List<Path> all,
            @Option(names = "--passphrase-file", paramLabel = "F", description = PASSPHRASE) @Nullable Path passphrase)
            throws IOException, SQLException {
        files().read(all, Passphrases.read(passphrase, false));
        return ExitCode.OK;
    }

    private LedgerFiles files() {
        return new LedgerFiles(TaskledgerSettings.read(), desk(), out(), errors());
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
