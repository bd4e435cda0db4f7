package io.taskledger.query.history;

import java.util.Collection;
import java.util.HashSet;
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
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.query.account.UserNames;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.PastReaders;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person is told of tasks as they were. */
@Component
class HistoryQueries {

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final PastReaders readers;
    private final Moments moments;
    private final PastComments comments;
    private final UserNames names;

    HistoryQueries(
            JdbcClient jdbc,
            LiveVersions live,
            PastReaders readers,
            Moments moments,
            PastComments comments,
            UserNames names) {
        this.jdbc = jdbc;
        this.live = live;
        this.readers = readers;
        this.moments = moments;
        this.comments = comments;
        this.names = names;
    }

    @QueryHandler
    Optional<TaskVersion> handle(FindTaskAt query, Actor actor) {
        var held = moments.held(query.moment());
        return one(query.taskId(), actor, held.sql(), held.parameter());
    }

    @QueryHandler
    Optional<TaskVersion> handle(FindVersion query, Actor actor) {
        return one(query.taskId(), actor, "v.version = :moment", query.version());
    }

    @QueryHandler
    Page<TaskVersion> handle(ListVersions query, Actor actor) {
        var task = query.taskId().text();
        var levels = readers.levels(actor, List.of(task));
        if (levels.isEmpty()) {
            return new Page<>(List.of(), 0, query.skip(), query.limit());
        }
        var rows = jdbc.sql(inLiveSchema(HistorySql.VERSIONS))
                .param("task", task)
                .param("limit", query.limit())
                .param("skip", query.skip())
                .query(VersionRow::of)
                .list();
        var total = jdbc.sql(inLiveSchema(HistorySql.COUNT_VERSIONS))
                .param("task", task)
                .query(Long.class)
                .single();
        return new Page<>(versions(rows, levels), total, query.skip(), query.limit());
    }

    @QueryHandler
    Optional<AsOf> handle(FindAsOf query) {
        return Optional.of(query.moment() == null ? moments.now() : moments.then(query.moment()));
    }

    @QueryHandler
    Page<TaskDetails> handle(ListTasksAt query, Actor actor) {
        var held = moments.held(query.moment());
        var sql = new HistorySql(query.filter(), actor.userId(), assignee(query.filter()))
                .and(held.sql(), "moment", held.parameter())
                .and(readers.condition(actor));
        var rows = sql.bind(jdbc.sql(inLiveSchema(sql.page(query.sort()))))
                .param("limit", query.limit())
                .param("skip", query.skip())
                .query(VersionRow::of)
                .list();
        var total =
                sql.bind(jdbc.sql(inLiveSchema(sql.count()))).query(Long.class).single();
        var levels = readers.levels(actor, rows.stream().map(VersionRow::taskId).toList());
        var tasks = versions(rows, levels).stream().map(TaskVersion::task).toList();
        return new Page<>(tasks, total, query.skip(), query.limit());
    }

    private Optional<TaskVersion> one(TaskId task, Actor actor, String held, Object moment) {
        var levels = readers.levels(actor, List.of(task.text()));
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        var rows = jdbc.sql(HistorySql.ONE.formatted(live.of(Projection.HISTORY).schema(), held))
                .param("task", task.text())
                .param("moment", moment)
                .query(VersionRow::of)
                .list();
        return versions(rows, levels).stream().findFirst();
    }

    /** In the order of the rows. */
    private List<TaskVersion> versions(List<VersionRow> rows, Map<String, TaskLevel> levels) {
        var said = said(rows);
        var people = names.of(people(rows, said.values()));
        return rows.stream()
                .map(row -> row.version(
                        people,
                        row.task(
                                people,
                                said.getOrDefault(row, List.of()).stream()
                                        .map(comment -> named(comment, people))
                                        .toList(),
                                levels.getOrDefault(row.taskId(), TaskLevel.VIEW))))
                .toList();
    }

    private Map<VersionRow, List<TaskComment>> said(List<VersionRow> rows) {
        var ofTask = rows.stream().filter(VersionRow::hasComments).collect(Collectors.groupingBy(VersionRow::taskId));
        return ofTask.entrySet().stream()
                .flatMap(task -> {
                    var then = comments.of(
                            task.getKey(),
                            task.getValue().stream().map(VersionRow::version).toList());
                    return task.getValue().stream()
                            .map(row -> Map.entry(row, then.getOrDefault(row.version(), List.of())));
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Collection<String> people(List<VersionRow> rows, Collection<List<TaskComment>> said) {
        return Stream.of(
                        rows.stream().map(VersionRow::assignee),
                        rows.stream().map(VersionRow::actor),
                        said.stream()
                                .flatMap(List::stream)
                                .map(comment -> comment.author().text()))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static TaskComment named(TaskComment comment, Map<String, String> names) {
        var account = names.get(comment.author().text());
        return new TaskComment(
                comment.commentId(),
                comment.author(),
                account != null && comment.authorName() != null ? comment.authorName() : account,
                comment.content(),
                comment.createdAt(),
                comment.updatedAt());
    }

    private Optional<String> assignee(TaskFilter filter) {
        var name = filter.assignee() == null ? null : filter.assignee().name();
        return name == null
                ? Optional.empty()
                : UserId.parse(name).map(UserId::text).or(() -> names.idOf(name));
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.HISTORY).schema());
    }
}
