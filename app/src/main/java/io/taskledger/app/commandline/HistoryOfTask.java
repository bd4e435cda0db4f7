package io.taskledger.app.commandline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import io.taskledger.app.job.TellHistory;
import io.taskledger.app.job.TellHistory.What;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code taskledger history task|diff|blame ID}: one task's past, as its owner would be told. */
// Picocli sets what the command line says before anything is called.
@SuppressWarnings("NullAway.Init")
abstract class HistoryOfTask implements Callable<Integer> {

    private static final byte[] NO_INPUT = new byte[0];
    private static final String POINT = "A version's number, or an instant such as 2026-11-21T07:00:00Z.";

    @ParentCommand
    private History history;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The task's id.")
    private String task;

    abstract What what();

    abstract Map<String, String> more();

    @Override
    public Integer call() {
        var arguments = new HashMap<>(more());
        arguments.put(TellHistory.WHAT, what().name());
        arguments.put(TellHistory.TASK, task);
        var ended = history.jobs().done(TellHistory.NAME, arguments, NO_INPUT, job -> {});
        var line = spec.commandLine();
        (ended.wentWell() ? line.getOut() : line.getErr()).println(ended.report());
        return ended.wentWell() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @Command(
            name = "task",
            mixinStandardHelpOptions = true,
            description = "What happened to a task, step by step: each field with its old and new value.")
    static final class Steps extends HistoryOfTask {

        @Option(
                names = "--at",
                paramLabel = "INSTANT",
                converter = Moments.class,
                description = "Only up to then, so that the last step says how it was.")
        private @Nullable Instant at;

        @Override
        What what() {
            return What.STEPS;
        }

        @Override
        Map<String, String> more() {
            return at == null ? Map.of() : Map.of(TellHistory.AT, at.toString());
        }
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "What differs between two versions of a task.")
    static final class Diff extends HistoryOfTask {

        @Option(
                names = "--from",
                paramLabel = "POINT",
                converter = Points.class,
                description = POINT + " Default: the first.")
        private @Nullable String from;

        @Option(
                names = "--to",
                paramLabel = "POINT",
                converter = Points.class,
                description = POINT + " Default: the latest.")
        private @Nullable String to;

        @Override
        What what() {
            return What.DIFFERENCE;
        }

        @Override
        Map<String, String> more() {
            var points = new HashMap<String, String>();
            if (from != null) {
                points.put(TellHistory.FROM, from);
            }
            if (to != null) {
                points.put(TellHistory.TO, to);
            }
            return points;
        }
    }

    @Command(
            name = "blame",
            mixinStandardHelpOptions = true,
            description = "Who set each field of a task to what it is.")
    static final class Blame extends HistoryOfTask {

        @Override
        What what() {
            return What.BLAME;
        }

        @Override
        Map<String, String> more() {
            return Map.of();
        }
    }

    /** A number as it is, else an instant. */
    static final class Points implements ITypeConverter<String> {

        private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

        @Override
        public String convert(String text) {
            return NUMBER.matcher(text).matches()
                    ? text
                    : new Moments().convert(text).toString();
        }
    }
}
