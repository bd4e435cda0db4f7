package io.taskledger.query.history;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Page;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.HistoryQuery.CompareLists;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.ListDiff.Entry;
import io.taskledger.messages.history.ListDiff.Kind;
import io.taskledger.messages.history.ListDiff.Totals;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.account.UserNames;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** How a list differs between two moments, found in the rows of its versions. */
@Component
class ListDifference {

    private static final String SAID = """
            (%1$s.title, %1$s.description, %1$s.priority, %1$s.due_date, %1$s.due_time, %1$s.tags,
              %1$s.completed_at is null, %1$s.assignee, %1$s.workspace_id, %1$s.list_id, %1$s.place)""";

    private static final String COMPARED = """
            v.task_id, v.version, v.title, v.description, v.priority, v.due_date, v.due_time, v.tags,
              v.completed_at, v.assignee, v.workspace_id, v.list_id, v.place""";

    private static final String DIFFERENT =
            """
            with old as (<old>),
            new as (<new>),
            different as (
              select coalesce(new.task_id, old.task_id) as task_id, old.version as from_version,
                new.version as to_version,
                case when old.task_id is null then 'NEW' when new.task_id is null then 'GONE' else 'CHANGED' end as kind
              from old
              full join new on new.task_id = old.task_id
              where old.task_id is null or new.task_id is null
                or old.version <> new.version and <old said> is distinct from <new said>)
            """.replace("<old said>", SAID.formatted("old")).replace("<new said>", SAID.formatted("new"));

    private static final String PAGE = """
            select task_id, from_version, to_version, kind
            from different
            order by array_position(array['NEW', 'GONE', 'CHANGED'], kind), task_id
            limit :limit offset :skip""";

    private static final String TOTALS = "select kind, count(*) as tasks from different group by kind";

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final PastReaders readers;
    private final Moments moments;
    private final UserNames names;

    ListDifference(JdbcClient jdbc, LiveVersions live, PastReaders readers, Moments moments, UserNames names) {
        this.jdbc = jdbc;
        this.live = live;
        this.readers = readers;
        this.moments = moments;
        this.names = names;
    }

    private record Pair(
            String task, @Nullable Long from, @Nullable Long to, Kind kind) {}

    @QueryHandler
    Optional<ListDiff> handle(CompareLists query, Actor actor) {
        var before = listed(query.before(), query.from(), actor);
        var after = listed(query.after(), query.to(), actor);
        var totals = totals(asked(TOTALS, before, after));
        var pairs = asked(PAGE, before, after)
                .param("limit", query.limit())
                .param("skip", query.skip())
                .query((row, index) -> new Pair(
                        row.getString("task_id"),
                        row.getObject("from_version", Long.class),
                        row.getObject("to_version", Long.class),
                        Kind.valueOf(row.getString("kind"))))
                .list();
        var all = totals.added() + totals.gone() + totals.changed();
        return Optional.of(new ListDiff(
                moments.then(query.from()),
                moments.then(query.to()),
                totals,
                new Page<>(entries(pairs), all, query.skip(), query.limit())));
    }

    private HistorySql listed(TaskFilter filter, PastMoment moment, Actor actor) {
        var held = moments.held(moment);
        var assignee = filter.assignee() == null ? null : filter.assignee().name();
        var person = assignee == null
                ? Optional.<String>empty()
                : UserId.parse(assignee).map(UserId::text).or(() -> names.idOf(assignee));
        return new HistorySql(filter, actor.userId(), person, held, readers.of(actor));
    }

    private StatementSpec asked(String select, HistorySql before, HistorySql after) {
        var sql = DIFFERENT
                        .replace("<old>", before.within("old", COMPARED))
                        .replace("<new>", after.within("new", COMPARED))
                + select;
        return after.bind(before.bind(jdbc.sql(inLiveSchema(sql)), "old"), "new");
    }

    private static Totals totals(StatementSpec asked) {
        var tasks = new EnumMap<Kind, Long>(Kind.class);
        asked.query(row -> {
            tasks.put(Kind.valueOf(row.getString("kind")), row.getLong("tasks"));
        });
        return new Totals(
                tasks.getOrDefault(Kind.NEW, 0L),
                tasks.getOrDefault(Kind.GONE, 0L),
                tasks.getOrDefault(Kind.CHANGED, 0L));
    }

    private List<Entry> entries(List<Pair> pairs) {
        var rows = rows(pairs);
        var telling = new FieldTelling(names.of(assignees(rows.values())));
        return pairs.stream()
                .map(pair -> {
                    var from = Optional.ofNullable(pair.from()).map(version -> rows.get(key(pair, version)));
                    var to = Optional.ofNullable(pair.to()).map(version -> rows.get(key(pair, version)));
                    var last = to.or(() -> from).orElseThrow();
                    return new Entry(
                            new TaskId(pair.task()),
                            pair.kind(),
                            last.title(),
                            telling.difference(
                                    from.map(VersionRow::parts).orElse(Map.of()),
                                    to.map(VersionRow::parts).orElse(Map.of())));
                })
                .toList();
    }

    private Map<String, VersionRow> rows(List<Pair> pairs) {
        var keys = pairs.stream()
                .flatMap(pair -> Stream.of(pair.from(), pair.to())
                        .filter(Objects::nonNull)
                        .map(version -> key(pair, version)))
                .toArray(String[]::new);
        return jdbc
                .sql(inLiveSchema(HistorySql.SOME))
                .param("tasks", pairs.stream().map(Pair::task).toArray(String[]::new))
                .param("keys", keys)
                .query(VersionRow::of)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row.taskId() + "/" + row.version(), Function.identity()));
    }

    private static Collection<String> assignees(Collection<VersionRow> rows) {
        return rows.stream().map(VersionRow::assignee).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static String key(Pair pair, long version) {
        return pair.task() + "/" + version;
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.HISTORY).schema());
    }
}
