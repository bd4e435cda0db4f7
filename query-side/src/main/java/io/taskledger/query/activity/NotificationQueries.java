package io.taskledger.query.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Erased;
import io.taskledger.messages.Page;
import io.taskledger.messages.UserId;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.notification.NotificationQuery.CountUnread;
import io.taskledger.messages.notification.NotificationQuery.FindNotification;
import io.taskledger.messages.notification.NotificationQuery.ListNotifications;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What concerns a person: their own notifications, of tasks that they see now, and of open invitations. */
@Component
class NotificationQueries {

    private final JdbcClient jdbc;
    private final LiveVersions live;

    NotificationQueries(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    @QueryHandler
    Page<Notification> handle(ListNotifications query, Actor actor) {
        var wanted = query.unread() ? NotificationSql.OWN_UNREAD : NotificationSql.OWN;
        var items = ask(NotificationSql.page(wanted), actor)
                .param("limit", query.limit())
                .param("skip", query.skip())
                .query(NotificationQueries::notification)
                .list();
        return new Page<>(items, count(wanted, actor), query.skip(), query.limit());
    }

    @QueryHandler
    Optional<Notification> handle(FindNotification query, Actor actor) {
        return ask(NotificationSql.one(), actor)
                .param("position", query.position())
                .query(NotificationQueries::notification)
                .optional();
    }

    @QueryHandler
    Optional<Long> handle(CountUnread query, Actor actor) {
        return Optional.of(count(NotificationSql.OWN_UNREAD, actor));
    }

    private long count(String wanted, Actor actor) {
        return ask(NotificationSql.count(wanted), actor).query(Long.class).single();
    }

    private StatementSpec ask(String sql, Actor actor) {
        return jdbc.sql(sql.formatted(
                        live.of(Projection.ACTIVITY).schema(),
                        live.of(Projection.ACCOUNTS).schema(),
                        live.of(Projection.WORKSPACES).schema()))
                .param("actor", actor.userId().text())
                .param("personal", WorkspaceId.personalOf(actor.userId()).text());
    }

    private static Notification notification(ResultSet row, int number) throws SQLException {
        var actor = row.getString("actor");
        var task = row.getString("task_id");
        var workspace = row.getString("workspace_id");
        return new Notification(
                row.getLong("position"),
                NotificationKind.ofStored(row.getString("kind")),
                actor == null ? null : UserId.parse(actor).orElse(null),
                row.getString("actor_name"),
                task == null ? null : new TaskId(task),
                title(row),
                workspace == null ? null : new WorkspaceId(workspace),
                row.getString("workspace_name"),
                row.getString("part"),
                Timestamps.instant(row, "happened_at"),
                row.getBoolean("is_read"));
    }

    /** Not even before a rebuild has taken it out of the row is it told whose account was deleted. */
    private static @Nullable String title(ResultSet row) throws SQLException {
        return row.getBoolean("erased") ? Erased.TEXT : row.getString("title");
    }
}
