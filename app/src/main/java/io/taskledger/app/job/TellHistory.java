package io.taskledger.app.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.security.Acting;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells of one task's past, as its owner would be told: its steps, what differs between two versions, who set what. */
@Component
public final class TellHistory implements JobKind {

    public static final String NAME = "history-tell";
    public static final String WHAT = "what";
    public static final String TASK = "task";

    /** Up to when, ISO-8601; absent for all. */
    public static final String AT = "at";

    /** A version's number or an instant; absent for the first, the latest. */
    public static final String FROM = "from";

    public static final String TO = "to";

    private static final int PAGE = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is told. */
    public enum What {
        STEPS,
        DIFFERENCE,
        BLAME
    }

    private final QueryGateway queries;
    private final LiveVersions live;
    private final JdbcClient jdbc;

    TellHistory(QueryGateway queries, LiveVersions live, JdbcClient jdbc) {
        this.queries = queries;
        this.live = live;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @return a line for each step, change or field */
    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var text = String.valueOf(arguments.get(TASK));
        var task = TaskId.parse(text).orElseThrow(() -> noTask(text));
        var owner = jdbc.sql("select owner from %s.task where task_id = :task"
                        .formatted(live.of(Projection.HISTORY).schema()))
                .param("task", task.text())
                .query(String.class)
                .optional()
                .flatMap(UserId::parse)
                .orElseThrow(() -> noTask(text));
        return Acting.as(
                new Actor(owner, Via.COMMAND_LINE),
                () -> String.join(
                        System.lineSeparator(),
                        switch (What.valueOf(String.valueOf(arguments.get(WHAT)))) {
                            case STEPS ->
                                steps(
                                        task,
                                        Optional.ofNullable(arguments.get(AT)).map(Instant::parse));
                            case DIFFERENCE ->
                                difference(
                                        task,
                                        point(arguments.get(FROM), new TaskPoint.Version(0)),
                                        point(arguments.get(TO), new TaskPoint.Latest()));
                            case BLAME -> blame(task);
                        }));
    }

    private List<String> steps(TaskId task, Optional<Instant> at) {
        var lines = new ArrayList<String>();
        var page = steps(task, at, 0);
        if (page.isEmpty()) {
            throw new JobRefused("Task " + task + " was not there then.");
        }
        for (; !page.isEmpty(); page = steps(task, at, page.getLast().deed().position())) {
            for (var step : page) {
                var deed = step.deed();
                lines.add(
                        "%s  v%d  %s  by %s".formatted(deed.at(), deed.version(), deed.event(), who(deed.actorName())));
                step.changes().forEach(change -> lines.add("  " + told(change)));
            }
        }
        return lines;
    }

    private List<TaskStep> steps(TaskId task, Optional<Instant> at, long after) {
        return ask(
                new ReplayTasks(new StepsOf.Task(task), null, at.orElse(null), after == 0 ? null : after, PAGE),
                ResponseTypes.multipleInstancesOf(TaskStep.class));
    }

    private List<String> difference(TaskId task, TaskPoint from, TaskPoint to) {
        var diff = ask(new CompareTask(task, from, to), ResponseTypes.optionalInstanceOf(TaskDiff.class))
                .orElseThrow(() -> new JobRefused("Task " + task + " has no such version, or was not there then."));
        var lines = new ArrayList<String>();
        lines.add("from v%d, %s, to v%d, %s"
                .formatted(
                        diff.from().version(),
                        diff.from().at(),
                        diff.to().version(),
                        diff.to().at()));
        diff.changes().forEach(change -> lines.add(told(change)));
        if (diff.changes().isEmpty()) {
            lines.add("Nothing differs.");
        }
        return lines;
    }

    private List<String> blame(TaskId task) {
        return ask(new BlameTask(task), ResponseTypes.optionalInstanceOf(TaskBlame.class))
                .orElseThrow(() -> noTask(task.text()))
                .fields()
                .stream()
                .map(field -> "%s: %s, by %s at %s (v%d)"
                        .formatted(
                                field.field(),
                                JSON.writeValueAsString(field.value()),
                                who(field.by().actorName()),
                                field.by().at(),
                                field.by().version()))
                .toList();
    }

    private static TaskPoint point(@Nullable String text, TaskPoint otherwise) {
        if (text == null) {
            return otherwise;
        }
        return NUMBER.matcher(text).matches()
                ? new TaskPoint.Version(Long.parseLong(text))
                : new TaskPoint.At(new PastMoment.Happened(Instant.parse(text)));
    }

    private static String told(FieldChange change) {
        var field = change.part() == null ? change.field() : change.field() + " " + change.part();
        return field + ": " + JSON.writeValueAsString(change.from()) + " -> " + JSON.writeValueAsString(change.to());
    }

    private static String who(@Nullable String name) {
        return name == null ? "nobody known" : name;
    }

    private static JobRefused noTask(String id) {
        return new JobRefused("There is no task " + id + ".");
    }

    private <R> R ask(Object query, ResponseType<R> type) {
        try {
            return queries.query(query, type).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CommandRejected) {
                throw new JobRefused("Of that moment nothing is known: it is still to come, or before the start.");
            }
            throw failed;
        }
    }
}
