package io.taskledger.app.commandline;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.taskledger.app.doctor.Doctor;
import io.taskledger.app.doctor.Finding;
import io.taskledger.app.doctor.Finding.Verdict;
import io.taskledger.app.settings.BadSettings;
import io.taskledger.app.settings.TaskledgerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code taskledger doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks this installation over, beside the running product, and changes nothing: a line for each thing, with"
                    + " the setting to change.",
            "Exit code: 0 when all is well, 1 when something may become wrong, 2 when something is."
        })
final class Examine implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    // Set by picocli before anything is called.
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints a line of JSON for each finding.")
    private boolean json;

    @Override
    public Integer call() {
        Quiet.please();
        var findings = findings();
        var out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(json ? JSON.writeValueAsString(finding) : line(finding)));
        return findings.stream()
                .map(Finding::verdict)
                .reduce(Verdict.OK, (one, other) -> one.compareTo(other) > 0 ? one : other)
                .exitCode();
    }

    private static List<Finding> findings() {
        try {
            return Doctor.examine(TaskledgerSettings.read(), Clock.systemUTC());
        } catch (BadSettings bad) {
            return bad.faults().stream()
                    .map(fault -> new Finding(Verdict.FAIL, "settings", fault, fault.split(" ", 2)[0]))
                    .toList();
        }
    }

    private static String line(Finding finding) {
        var change = finding.change() == null || finding.says().startsWith(finding.change())
                ? ""
                : "  [" + finding.change() + "]";
        return String.format(
                Locale.ROOT,
                "%-4s  %-19s  %s%s",
                finding.verdict().name().toLowerCase(Locale.ROOT),
                finding.about(),
                finding.says(),
                change);
    }
}
