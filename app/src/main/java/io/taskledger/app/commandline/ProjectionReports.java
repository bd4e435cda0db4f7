package io.taskledger.app.commandline;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.github.f4b6a3.ulid.UlidCreator;
import io.taskledger.app.job.AskProjections;
import io.taskledger.app.job.JobDesk.JobState;
import io.taskledger.app.job.OperateProjection;
import io.taskledger.app.job.ProjectionJson;
import io.taskledger.app.job.RebuildProjections;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.rest.admin.DeadLetterAnswer;
import io.taskledger.rest.admin.ProjectionAnswer;
import io.taskledger.rest.admin.RebuildAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.json.JsonMapper;

/** Files jobs about projections and prints what they report: as text, or as REST's JSON, a line for each record. */
final class ProjectionReports {

    private static final byte[] NO_INPUT = new byte[0];
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Jobs jobs;
    private final PrintWriter out;
    private final PrintWriter errors;

    ProjectionReports(Jobs jobs, PrintWriter out, PrintWriter errors) {
        this.jobs = jobs;
        this.out = out;
        this.errors = errors;
    }

    /** @param name of the one projection; null for all */
    int statuses(@Nullable String name, boolean json, Function<List<ProjectionStatus>, List<String>> words) {
        var arguments = name == null ? Map.<String, String>of() : Map.of(AskProjections.PROJECTION, name);
        return told(done(AskProjections.NAME, arguments), report -> {
            var statuses = ProjectionJson.statuses(report);
            print(json ? lines(statuses, ProjectionAnswer::of) : words.apply(statuses));
            return ExitCode.OK;
        });
    }

    int deadLetters(String name, boolean json) {
        var arguments = Map.of(AskProjections.PROJECTION, name, AskProjections.DEAD_LETTERS, "");
        return told(done(AskProjections.NAME, arguments), report -> {
            List<DeadLetter> letters = ProjectionJson.deadLetters(report);
            print(json ? lines(letters, DeadLetterAnswer::of) : ProjectionWords.deadLetters(letters));
            return ExitCode.OK;
        });
    }

    /**
     * Rebuilds or checks, with a bar while it goes on.
     *
     * @param name of the one projection; null for all
     * @param regardless null where differences matter
     */
    int rebuild(@Nullable String name, Afterwards afterwards, @Nullable String regardless, boolean json) {
        var arguments = new HashMap<String, String>();
        var asked = UlidCreator.getUlid();
        arguments.put(RebuildProjections.ASKED, asked.toString());
        arguments.put(RebuildProjections.ASKED_AT, Long.toString(asked.getTime()));
        arguments.put(RebuildProjections.AFTERWARDS, afterwards.text());
        if (name != null) {
            arguments.put(RebuildProjections.PROJECTION, name);
        }
        if (regardless != null) {
            arguments.put(RebuildProjections.REGARDLESS, regardless);
        }
        var bar = new ProgressBar(errors);
        var ended = jobs.done(RebuildProjections.NAME, arguments, NO_INPUT, job -> show(bar, job));
        bar.end();
        return told(ended, report -> {
            var rebuilt = ProjectionJson.rebuilt(report);
            print(
                    json
                            ? lines(rebuilt.reports(), RebuildAnswer::of)
                            : rebuilt.reports().stream()
                                    .flatMap(one -> ProjectionWords.outcome(one).stream())
                                    .toList());
            rebuilt.refusals().forEach(errors::println);
            return rebuilt.clean() ? ExitCode.OK : ExitCode.SOFTWARE;
        });
    }

    /** @param arguments beside name and order */
    int operate(String name, OperateProjection.Order order, Map<String, String> arguments) {
        var all = new HashMap<>(arguments);
        all.put(OperateProjection.PROJECTION, name);
        all.put(OperateProjection.ORDER, order.name());
        return told(done(OperateProjection.NAME, all), report -> {
            out.println(report);
            return ExitCode.OK;
        });
    }

    private JobState done(String kind, Map<String, String> arguments) {
        return jobs.done(kind, arguments, NO_INPUT, job -> {});
    }

    private static void show(ProgressBar bar, JobState job) {
        if (job.succeeded() == null && job.report() != null) {
            ProjectionJson.progress(job.report())
                    .ifPresent(report -> bar.show(
                            report.eventsDone(),
                            report.eventsTotal(),
                            report.projection().name() + ": " + ProjectionWords.progress(report)));
        }
    }

    private int told(JobState ended, Function<String, Integer> print) {
        var report = ended.report() == null ? "" : ended.report();
        if (ended.wentWell()) {
            return print.apply(report);
        }
        errors.println(report);
        return ExitCode.SOFTWARE;
    }

    private static <R> List<String> lines(List<R> records, Function<R, ?> wire) {
        return records.stream()
                .map(record -> JSON.writeValueAsString(wire.apply(record)))
                .toList();
    }

    private void print(List<String> lines) {
        lines.forEach(out::println);
    }
}
