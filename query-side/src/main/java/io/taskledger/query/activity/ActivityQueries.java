package io.taskledger.query.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.Actor;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadOnActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadTaskActivity;
import io.taskledger.messages.activity.ActivityQuery.SumUpActivity;
import io.taskledger.messages.activity.ActivitySummary;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What a person is told of what was done. */
@Component
class ActivityQueries {

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final TaskStory story;
    private final Telling telling;

    ActivityQueries(JdbcClient jdbc, LiveVersions live, TaskStory story, Telling telling) {
        this.jdbc = jdbc;
        this.live = live;
        this.story = story;
        this.telling = telling;
    }

    @QueryHandler
    List<Activity> handle(ReadActivity query, Actor actor) {
        var filter = query.filter();
        var page = jdbc.sql(inLiveSchemas(ActivitySql.page(filter)))
                .param("actor", actor.userId().text())
                .param("personal", WorkspaceId.personalOf(actor.userId()).text())
                .param("most", (long) query.offset() + query.limit())
                .param("limit", query.limit())
                .param("offset", query.offset());
        return telling.of(wanted(page, filter).query(RecordedEntry::of).list());
    }

    @QueryHandler
    List<Activity> handle(ReadOnActivity query, Actor actor) {
        var filter = query.filter();
        var before = query.before();
        var page = jdbc.sql(inLiveSchemas(ActivitySql.next(filter, before != null)))
                .param("actor", actor.userId().text())
                .param("personal", WorkspaceId.personalOf(actor.userId()).text())
                .param("most", (long) query.limit())
                .param("limit", query.limit())
                .param("offset", 0);
        if (before != null) {
            page.param("before_at", Timestamps.utc(before.happenedAt())).param("before_position", before.position());
        }
        return telling.of(wanted(page, filter).query(RecordedEntry::of).list());
    }

    @QueryHandler
    List<Activity> handle(ReadTaskActivity query, Actor actor) {
        return maySee(query.taskId(), actor) ? telling.of(story.of(query.taskId())) : List.of();
    }

    @QueryHandler
    Optional<ActivitySummary> handle(SumUpActivity query, Actor actor) {
        var byAction = new TreeMap<String, Long>();
        var byResource = new TreeMap<String, Long>();
        jdbc.sql(inLiveSchemas(ActivitySql.SUMMARY))
                .param("actor", actor.userId().text())
                .query(row -> {
                    byAction.merge(row.getString("action"), row.getLong("entries"), Long::sum);
                    byResource.merge(row.getString("resource_type"), row.getLong("entries"), Long::sum);
                });
        var total = byAction.values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new ActivitySummary(total, Map.copyOf(byAction), Map.copyOf(byResource)));
    }

    private boolean maySee(TaskId task, Actor actor) {
        return jdbc.sql(inLiveSchemas(ActivitySql.MAY_SEE_TASK))
                .param("actor", actor.userId().text())
                .param("personal", WorkspaceId.personalOf(actor.userId()).text())
                .param("task", task.text())
                .query(Boolean.class)
                .single();
    }

    private static StatementSpec wanted(StatementSpec page, ActivityFilter filter) {
        if (filter.resourceType() != null) {
            page.param("resource_type", filter.resourceType());
        }
        if (filter.action() != null) {
            page.param("action", filter.action());
        }
        if (filter.person() != null) {
            page.param("person", filter.person());
        }
        if (filter.from() != null) {
            page.param("from", Timestamps.utc(filter.from()));
        }
        if (filter.to() != null) {
            page.param("to", Timestamps.utc(filter.to()));
        }
        return page;
    }

    private String inLiveSchemas(String sql) {
        return sql.formatted(
                live.of(Projection.ACTIVITY).schema(),
                live.of(Projection.ACCOUNTS).schema());
    }
}
