package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.AssignedUnseen;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListAssignedUnseen;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.LiveVersions.NotFilledYet;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tasks are assigned to people who have left the workspace that they stand in. */
@Component
class UnseenAssignments {

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final ProjectionProgress progress;

    UnseenAssignments(JdbcClient jdbc, LiveVersions live, ProjectionProgress progress) {
        this.jdbc = jdbc;
        this.live = live;
        this.progress = progress;
    }

    @QueryHandler
    AssignedUnseen handle(ListAssignedUnseen query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        if (actor != null) {
            return new AssignedUnseen(query.since(), List.of());
        }
        try {
            var reached = Math.min(progress.reached(Projection.TASKS), progress.reached(Projection.WORKSPACES));
            if (query.since() > 0 && !somebodyLeft(query.since(), reached)) {
                return new AssignedUnseen(Math.max(query.since(), reached), List.of());
            }
            var tasks = unseen(query.limit());
            return new AssignedUnseen(tasks.size() < query.limit() ? reached : query.since(), tasks);
        } catch (NotFilledYet filling) {
            return new AssignedUnseen(query.since(), List.of());
        }
    }

    /** Between two positions, a few seconds apart. */
    private boolean somebodyLeft(long since, long upTo) {
        return jdbc.sql("""
                        select exists (
                          select from ledger.event
                          where position > :since and position <= :upTo
                            and type in ('workspace.member-removed', 'workspace.member-left'))""")
                .param("since", since)
                .param("upTo", upTo)
                .query(Boolean.class)
                .single();
    }

    private List<TaskId> unseen(int limit) {
        return jdbc.sql("""
                        select task.id
                        from %1$s.task
                        where task.assignee is not null
                          and task.deleted_at is null
                          and task.workspace_id <> replace(task.assignee, 'user-', 'ws-')
                          and not exists (
                            select from %1$s.share
                            where share.task_id = task.id and share.user_id = task.assignee)
                          and not exists (
                            select from %2$s.member
                            where member.workspace_id = task.workspace_id and member.user_id = task.assignee)
                        order by task.id
                        limit :limit""".formatted(
                                live.of(Projection.TASKS).schema(),
                                live.of(Projection.WORKSPACES).schema()))
                .param("limit", limit)
                .query((row, index) -> new TaskId(row.getString("id")))
                .list();
    }
}
