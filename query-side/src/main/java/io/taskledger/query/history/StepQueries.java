package io.taskledger.query.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.account.UserNames;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replays of tasks: each version told by what it has otherwise than the one before it. */
@Component
class StepQueries {

    /** Wants {@code :from}, {@code :to}, {@code :after} and {@code :limit}, and what the condition does. */
    private static final String STEPS = "select " + HistorySql.COLUMNS + """

            left join %1$s.past p on p.task_id = v.task_id and p.version = v.version - 1
            where %2$s
            and %3$s
            and v.happened_at >= :from
            and v.happened_at <= :to
            and (:after = 0 or (v.happened_at, v.position) > (
                select e.happened_at, e.position from ledger.event e where e.position = :after))
            order by v.happened_at, v.position
            limit :limit""";

    /** In a column now or in the step before, found by those tasks that ever were. */
    private static final String EVER = """
            v.task_id in (
                select t.task_id from %%1$s.task t where t.%1$s = :of
                union
                select t.task_id from %%1$s.past t where t.%1$s = :of)
            and (v.%1$s = :of or p.%1$s = :of)""";

    /** With whom a version was shared it does not tell; that the reader may see it is settled elsewhere. */
    private static final String SHARED = "v.owner <> :of and (v.share_count > 0 or p.share_count > 0)";

    static final OffsetDateTime FIRST = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    static final OffsetDateTime LAST = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final PastReaders readers;
    private final UserNames names;

    StepQueries(JdbcClient jdbc, LiveVersions live, PastReaders readers, UserNames names) {
        this.jdbc = jdbc;
        this.live = live;
        this.readers = readers;
        this.names = names;
    }

    @QueryHandler
    List<TaskStep> handle(ReplayTasks query, Actor actor) {
        var mayBeTold = readers.condition(actor);
        var schema = live.of(Projection.HISTORY).schema();
        var of = of(query.of(), actor);
        var rows = jdbc.sql(STEPS.formatted(schema, of.condition().formatted(schema), mayBeTold.sql()))
                .param("of", of.value())
                .param("from", utc(query.from(), FIRST))
                .param("to", utc(query.to(), LAST))
                .param("after", Objects.requireNonNullElse(query.after(), 0L))
                .param("limit", query.limit())
                .params(mayBeTold.parameters())
                .query(VersionRow::of)
                .list();
        var before = before(rows, schema);
        var people = names.of(Stream.concat(rows.stream(), before.values().stream())
                .flatMap(row -> Stream.of(row.actor(), row.assignee()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new)));
        var telling = new FieldTelling(people);
        return rows.stream().map(row -> step(row, before, telling, people)).toList();
    }

    /**
     * Which versions.
     *
     * @param value what the condition wants as {@code :of}
     */
    record Of(String condition, String value) {}

    static Of of(StepsOf steps, Actor actor) {
        return switch (steps) {
            case StepsOf.Task(var task) -> new Of("v.task_id = :of", task.text());
            case StepsOf.OneList(var list) -> new Of(EVER.formatted("list_id"), list.text());
            case StepsOf.Workspace(var workspace) -> new Of(EVER.formatted("workspace_id"), workspace.text());
            case StepsOf.OwnTasks() ->
                // Whose task it is never changes.
                new Of(
                        "v.task_id in (select t.task_id from %1$s.task t where t.owner = :of)",
                        actor.userId().text());
            case StepsOf.AssignedToActor() ->
                new Of(EVER.formatted("assignee"), actor.userId().text());
            case StepsOf.SharedWithActor() -> new Of(SHARED, actor.userId().text());
        };
    }

    /** Key → the version before it. */
    private Map<String, VersionRow> before(List<VersionRow> rows, String schema) {
        var tasks = rows.stream().map(VersionRow::taskId).distinct().toArray(String[]::new);
        var keys = rows.stream()
                .filter(row -> row.version() > 0)
                .map(row -> key(row.taskId(), row.version() - 1))
                .toArray(String[]::new);
        return keys.length == 0
                ? Map.of()
                : jdbc
                        .sql(HistorySql.SOME.formatted(schema))
                        .param("tasks", tasks)
                        .param("keys", keys)
                        .query(VersionRow::of)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(row -> key(row.taskId(), row.version()), Function.identity()));
    }

    private static TaskStep step(
            VersionRow row, Map<String, VersionRow> before, FieldTelling telling, Map<String, String> people) {
        var was = before.get(key(row.taskId(), row.version() - 1));
        return new TaskStep(
                new TaskId(row.taskId()),
                row.title(),
                new Deed(
                        row.event(),
                        row.version(),
                        row.position(),
                        row.happenedAt(),
                        row.doer(),
                        row.doerName(people),
                        row.via() == null ? null : Via.ofStored(row.via()),
                        row.actionId()),
                row.recordedAt(),
                telling.difference(was == null ? Map.of() : was.parts(), row.parts()));
    }

    private static String key(String task, long version) {
        return task + "/" + version;
    }

    static OffsetDateTime utc(@Nullable Instant instant, OffsetDateTime otherwise) {
        return instant == null ? otherwise : Timestamps.utc(instant);
    }
}
