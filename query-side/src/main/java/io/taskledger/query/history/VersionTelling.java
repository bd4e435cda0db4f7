package io.taskledger.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.query.account.UserNames;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what is told of versions: their rows, their comments, names of people, what who asks may do. */
@Component
class VersionTelling {

    private final PastComments comments;
    private final UserNames names;
    private final JdbcClient jdbc;
    private final LiveVersions live;

    VersionTelling(PastComments comments, UserNames names, JdbcClient jdbc, LiveVersions live) {
        this.comments = comments;
        this.names = names;
        this.jdbc = jdbc;
        this.live = live;
    }

    /** In the order of the rows, with who made them. */
    List<TaskVersion> versions(List<VersionRow> rows, Map<String, TaskLevel> levels) {
        var told = new Told(
                rows, row -> Stream.concat(Stream.ofNullable(row.assignee()), Stream.ofNullable(row.actor())), levels);
        var called = called(rows);
        return rows.stream()
                .map(row -> row.version(told.people, told.task(row), called.get(row.key())))
                .toList();
    }

    /** Key → name. */
    private Map<String, String> called(List<VersionRow> rows) {
        var called = new HashMap<String, String>();
        jdbc.sql(HistorySql.NAMES.formatted(live.of(Projection.HISTORY).schema()))
                .param("keys", rows.stream().map(VersionRow::key).toArray(String[]::new))
                .query(row -> {
                    called.put(row.getString("id"), row.getString("name"));
                });
        return called;
    }

    /** The same as tasks that could be asked for then. */
    List<TaskDetails> tasks(List<VersionRow> rows, Map<String, TaskLevel> levels) {
        var told = new Told(rows, row -> Stream.ofNullable(row.assignee()), levels);
        return rows.stream().map(told::task).toList();
    }

    /** Versions with what is told beside their rows. */
    private final class Told {

        private final Map<VersionRow, List<TaskComment>> said;
        private final Map<String, String> people;
        private final Map<String, TaskLevel> levels;

        /** @param named whom an answer names of a row, as ids */
        Told(List<VersionRow> rows, Function<VersionRow, Stream<String>> named, Map<String, TaskLevel> levels) {
            this.said = said(rows);
            this.levels = levels;
            this.people = names.of(Stream.concat(
                            rows.stream().flatMap(named),
                            said.values().stream()
                                    .flatMap(List::stream)
                                    .map(comment -> comment.author().text()))
                    .collect(Collectors.toSet()));
        }

        TaskDetails task(VersionRow row) {
            return row.task(
                    people,
                    said.getOrDefault(row, List.of()).stream()
                            .map(comment -> named(comment, people))
                            .toList(),
                    levels.getOrDefault(row.taskId(), TaskLevel.VIEW));
        }
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
}
